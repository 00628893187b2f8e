package org.fairlead.gateway.site;

import java.util.UUID;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.engine.EngineUnavailable;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.engine.TelephonyEngine.KeysOrder;
import org.fairlead.gateway.engine.TelephonyEngine.MessageOrder;
import org.fairlead.jms.GatewayCommand;

/** Commands that the engine carries out as they are. */
final class PlainCommands {

    private PlainCommands() {}

    /** Whom a command rings; empty for one that rings no agent. */
    static String rings(GatewayCommand command) {
        if (command instanceof GatewayCommand.RingNumber ring) {
            return ring.agent();
        }
        return command instanceof GatewayCommand.Connect connect ? connect.agent() : "";
    }

    static void carryOut(TelephonyEngine engine, GatewayCommand command) throws EngineRefused, EngineUnavailable {
        UUID call = command.head().call();
        if (command instanceof GatewayCommand.Connect c) {
            engine.connect(call, c.agent(), c.whisper());
        } else if (command instanceof GatewayCommand.Hold) {
            engine.hold(call);
        } else if (command instanceof GatewayCommand.Resume) {
            engine.resume(call);
        } else if (command instanceof GatewayCommand.Mute c) {
            engine.mute(call, c.on());
        } else if (command instanceof GatewayCommand.Transfer c) {
            engine.transfer(call, c.kind(), c.target());
        } else if (command instanceof GatewayCommand.Play c) {
            engine.play(call, c.prompt(), c.language(), c.repeat());
        } else if (command instanceof GatewayCommand.CollectKeys c) {
            engine.collectKeys(call, new KeysOrder(c.prompt(), c.text(), c.language(), c.most(), c.seconds()));
        } else if (command instanceof GatewayCommand.TakeMessage c) {
            engine.takeMessage(call, new MessageOrder(c.prompt(), c.language(), c.mostSeconds()));
        } else if (command instanceof GatewayCommand.SendKeys c) {
            engine.sendKeys(call, c.keys());
        } else if (command instanceof GatewayCommand.RecordCall c) {
            engine.record(call, c.wanted());
        } else if (command instanceof GatewayCommand.HangUp) {
            engine.hangUp(call);
        } else if (command instanceof GatewayCommand.Monitor c) {
            engine.monitor(call, c.supervisor(), c.mode());
        } else {
            aboutTelephones(engine, command);
        }
    }

    private static void aboutTelephones(TelephonyEngine engine, GatewayCommand command) throws EngineRefused {
        if (command instanceof GatewayCommand.OpenLine line) {
            engine.openLine(line.agent(), line.password(), line.until());
        } else if (command instanceof GatewayCommand.CloseLine line) {
            engine.closeLine(line.agent());
        } else if (command instanceof GatewayCommand.SetTelephone c) {
            engine.telephone(c.agent(), c.account(), c.digest());
        } else if (command instanceof GatewayCommand.UseTelephone c) {
            engine.useTelephone(c.agent(), c.account(), c.autoAnswer(), c.until());
        } else if (command instanceof GatewayCommand.SetVoice c) {
            engine.voice(c.opus(), c.keepLegs());
        } else {
            throw new IllegalStateException(
                    "no one carries out " + command.getClass().getSimpleName());
        }
    }
}
