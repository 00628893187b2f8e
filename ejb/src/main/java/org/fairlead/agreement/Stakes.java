package org.fairlead.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What a missed level costs, and when agents who dial as well are kept for calls: what the distributor goes by when it
 * weighs clients and campaigns against each other. Role: BPO admin; programmes of the caller's clients. Each save is
 * audited and followed within half a minute.
 */
public interface Stakes {

    /** Of every programme, by client and name. */
    List<Stake> all();

    /**
     * @param before as it was read
     * @param after of the same programme
     * @throws org.fairlead.shared.Refused {@code setup.changed} when somebody saved it since; {@code stake.bands}, {@code
     *     stake.agreement}, {@code stake.blend} or {@code stake.stay}, named after the field, when it cannot be so
     */
    void save(Stake before, Stake after);

    /**
     * So much is owed when the level of a day is below, on top of the bands above it.
     *
     * @param credit in the outsourcer's own currency, to the cent
     */
    record Band(BigDecimal belowPercent, BigDecimal credit) implements Serializable {}

    /** Below the low level of the last hour agents are kept for calls, from the high one on they are given back. */
    record Blend(BigDecimal lowPercent, BigDecimal highPercent, int staySeconds) implements Serializable {}

    /**
     * @param agreement in force now; null for none, and then there are no bands
     * @param bands the highest first
     * @param blend null: nobody is kept
     */
    record Stake(
            ClientId client,
            String clientName,
            UUID program,
            String programName,
            @Nullable UUID agreement,
            List<Band> bands,
            @Nullable Blend blend)
            implements Serializable {

        public Stake {
            bands = List.copyOf(bands);
        }

        public Stake with(List<Band> credits, @Nullable Blend blending) {
            return new Stake(client, clientName, program, programName, agreement, credits, blending);
        }
    }
}
