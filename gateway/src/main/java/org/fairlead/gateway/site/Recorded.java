package org.fairlead.gateway.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.fairlead.jms.GatewayEvent.Head;
import org.fairlead.jms.GatewayEvent.MessagePart;

/** What a customer said, in pieces that fit between other events. */
final class Recorded {

    private Recorded() {}

    static List<MessagePart> pieces(UUID call, byte[] audio, Supplier<Head> heads) {
        int parts = (audio.length + MessagePart.BYTES - 1) / MessagePart.BYTES;
        List<MessagePart> pieces = new ArrayList<>(parts);
        for (int part = 1; part <= parts; part++) {
            int from = (part - 1) * MessagePart.BYTES;
            byte[] piece = Arrays.copyOfRange(audio, from, Math.min(audio.length, from + MessagePart.BYTES));
            String text = Base64.getEncoder().encodeToString(piece);
            pieces.add(new MessagePart(heads.get(), call, part, parts, text));
        }
        return pieces;
    }
}
