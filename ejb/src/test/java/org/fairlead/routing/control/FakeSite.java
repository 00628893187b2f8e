package org.fairlead.routing.control;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.Head;
import org.fairlead.jms.GatewayEvent.Party;
import org.fairlead.jms.GatewayEvent.RefusalReason;
import org.fairlead.shared.Ids;

/**
 * A site that answers commands as a gateway does: each once, in order, refusing what its calls' states forbid. What it
 * says waits in {@link #queue} like messages at the broker.
 */
final class FakeSite {

    enum State {
        DIALLING,
        WAITING,
        TALKING,
        ENDED
    }

    final Deque<GatewayEvent> queue = new ArrayDeque<>();
    final Map<UUID, State> calls = new LinkedHashMap<>();
    final Map<UUID, Integer> dials = new HashMap<>();
    final List<GatewayCommand> carriedOut = new ArrayList<>();
    /** It can open no talk with anybody else. */
    boolean refusesConsultations;

    private final Map<UUID, String> consulted = new HashMap<>();
    private final Map<UUID, Integer> sequences = new HashMap<>();
    private final Set<UUID> seen = new HashSet<>();
    private final Set<UUID> withdrawn = new HashSet<>();
    private final UUID run = Ids.next();
    private final String name;
    private final Clock clock;
    private long fence;

    FakeSite(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    UUID rings(String dialled, String from) {
        UUID call = Ids.next();
        calls.put(call, State.WAITING);
        say(call, head -> new GatewayEvent.CallOffered(head, dialled, from));
        return call;
    }

    /** The prompt that the customer hears is over. */
    void promptEnds(UUID call) {
        if (calls.get(call) == State.WAITING) {
            say(call, head -> new GatewayEvent.PromptEnded(head, "prompt"));
        }
    }

    /** The customer answers the question that was asked last. */
    void presses(UUID call, String keys) {
        String asked = "";
        for (GatewayCommand each : carriedOut) {
            if (each instanceof GatewayCommand.CollectKeys collect
                    && collect.head().call().equals(call)) {
                asked = collect.prompt();
            }
        }
        String prompt = asked;
        say(call, head -> new GatewayEvent.KeysCollected(head, prompt, keys));
    }

    void customerHangsUp(UUID call) {
        end(call, Party.CUSTOMER);
    }

    void answers(UUID call) {
        if (calls.get(call) == State.DIALLING) {
            calls.put(call, State.WAITING);
            say(call, GatewayEvent.Answered::new);
        }
    }

    void fails(UUID call, GatewayEvent.FailureCause cause) {
        if (calls.get(call) == State.DIALLING) {
            calls.put(call, State.ENDED);
            say(call, head -> new GatewayEvent.DialFailed(head, cause));
        }
    }

    void agentsLegBreaks(UUID call, String agent) {
        if (calls.get(call) == State.TALKING) {
            calls.put(call, State.WAITING);
            consulted.remove(call);
            say(call, head -> new GatewayEvent.AgentLeft(head, agent));
        }
    }

    /** A supervisor is out of a talk, or did not pick up. */
    void leaves(UUID call, String supervisor) {
        say(call, head -> new GatewayEvent.Monitored(head, supervisor, GatewayEvent.MonitorMode.OFF));
    }

    List<UUID> in(State state) {
        return calls.entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(Map.Entry::getKey)
                .toList();
    }

    void obey(GatewayCommand command) {
        Head none = new Head(name, run, 0, clock.instant());
        if (!seen.add(command.head().id())) {
            return;
        }
        if (command.head().fence() < fence) {
            refuse(command, RefusalReason.FENCED, none);
            return;
        }
        fence = command.head().fence();
        if (!clock.instant().isBefore(command.head().expiresAt())) {
            refuse(command, RefusalReason.EXPIRED, none);
            return;
        }
        carriedOut.add(command);
        UUID call = command.head().call();
        State state = calls.get(call);
        if (command instanceof GatewayCommand.Withdraw) {
            withdraw(call);
        } else if (command instanceof GatewayCommand.Dial && withdrawn.contains(call)) {
            refuse(command, RefusalReason.EXPIRED, none);
        } else if (command instanceof GatewayCommand.Dial) {
            calls.put(call, State.DIALLING);
            dials.merge(call, 1, Integer::sum);
            say(call, GatewayEvent.Ringing::new);
        } else if (command instanceof GatewayCommand.ReportLiveCalls) {
            say(run, head -> new GatewayEvent.LiveCalls(head, live()));
        } else if (state == null || state == State.ENDED) {
            refuse(command, RefusalReason.UNKNOWN_CALL, none);
        } else if (command instanceof GatewayCommand.Connect connect) {
            if (state == State.WAITING) {
                calls.put(call, State.TALKING);
                say(call, head -> new GatewayEvent.Connected(head, connect.agent()));
            } else {
                refuse(command, RefusalReason.ILLEGAL_NOW, none);
            }
        } else if (command instanceof GatewayCommand.RingNumber ring) {
            ring(call, state, ring);
        } else if (command instanceof GatewayCommand.Monitor monitor) {
            say(call, head -> new GatewayEvent.Monitored(head, monitor.supervisor(), monitor.mode()));
        } else if (command instanceof GatewayCommand.RecordCall tape) {
            say(call, head -> new GatewayEvent.RecordingChanged(head, tape.wanted()));
        } else if (command instanceof GatewayCommand.HangUp) {
            end(call, Party.CENTRE);
        } else if (command instanceof GatewayCommand.Transfer transfer && state == State.TALKING) {
            transfer(call, transfer);
        }
    }

    /** Numbers that end with 3 are not answered. */
    private void ring(UUID call, State state, GatewayCommand.RingNumber ring) {
        if (state != State.WAITING) {
            refuse(ring, RefusalReason.ILLEGAL_NOW, new Head(name, run, 0, clock.instant()));
        } else if (ring.number().endsWith("3")) {
            say(call, head -> new GatewayEvent.ConnectFailed(head, ring.agent(), GatewayEvent.FailureCause.NO_ANSWER));
        } else {
            calls.put(call, State.TALKING);
            say(call, head -> new GatewayEvent.Connected(head, ring.agent()));
        }
    }

    /** The customer leaves a message of two pieces and stays, or hangs up. */
    void speaks(UUID call, boolean hangsUp) {
        if (hangsUp) {
            customerHangsUp(call);
        } else {
            say(call, head -> new GatewayEvent.MessageTaken(head, 3));
        }
        for (int part = 1; part <= 2; part++) {
            int now = part;
            say(run, head -> new GatewayEvent.MessagePart(head, call, now, 2, "f39/fw=="));
        }
    }

    private void withdraw(UUID call) {
        if (calls.get(call) == State.DIALLING) {
            end(call, Party.CENTRE);
        } else {
            withdrawn.add(call);
        }
    }

    private void transfer(UUID call, GatewayCommand.Transfer transfer) {
        String target = transfer.target();
        boolean begins = transfer.kind() == TransferKind.BLIND || transfer.kind() == TransferKind.CONSULT;
        boolean closed = transfer.kind() == TransferKind.CONSULT && refusesConsultations;
        if (begins == consulted.containsKey(call) || closed) {
            refuse(transfer, RefusalReason.ILLEGAL_NOW, new Head(name, run, 0, clock.instant()));
            return;
        }
        switch (transfer.kind()) {
            case CONSULT -> consulted.put(call, target);
            case CONSULT_CANCEL -> colleagueHangsUp(call);
            case CONSULT_JOIN -> {}
            case CONSULT_COMPLETE -> handOver(call, String.valueOf(consulted.remove(call)));
            case BLIND -> {
                if (target.equals(GatewayCommand.Transfer.CENTRE)) {
                    calls.put(call, State.WAITING);
                    say(call, head -> new GatewayEvent.AgentLeft(head, "agent"));
                } else {
                    handOver(call, target);
                }
            }
        }
    }

    /** Whoever the agent speaks with while the customer waits is gone. */
    void colleagueHangsUp(UUID call) {
        String target = consulted.remove(call);
        if (target != null) {
            say(call, head -> new GatewayEvent.Transferred(head, target, false));
        }
    }

    /** Who hangs up while consulting leaves the customer to the other side. */
    void agentHangsUp(UUID call) {
        handOver(call, String.valueOf(consulted.remove(call)));
    }

    /** The customer and whoever has them now are done. */
    void part(UUID call) {
        say(call, head -> new GatewayEvent.CallEnded(head, Party.CUSTOMER));
    }

    /** It was started again: no call is left, and it says so. */
    void losesEverything() {
        calls.replaceAll((call, state) -> State.ENDED);
        consulted.clear();
        say(run, head -> new GatewayEvent.LiveCalls(head, live()));
    }

    private void handOver(UUID call, String target) {
        calls.put(call, State.ENDED);
        say(call, head -> new GatewayEvent.Transferred(head, target, true));
    }

    private List<GatewayEvent.LiveCall> live() {
        List<GatewayEvent.LiveCall> live = new ArrayList<>();
        calls.forEach((call, state) -> {
            if (state != State.ENDED) {
                live.add(new GatewayEvent.LiveCall(call, sequences.getOrDefault(call, 0), state != State.DIALLING));
            }
        });
        return live;
    }

    private void end(UUID call, Party by) {
        if (calls.get(call) != State.ENDED) {
            calls.put(call, State.ENDED);
            consulted.remove(call);
            say(call, head -> new GatewayEvent.CallEnded(head, by));
        }
    }

    private void refuse(GatewayCommand command, RefusalReason reason, Head none) {
        UUID call = command.head().call();
        State state = calls.get(call);
        UUID spokenOf = state == null || state == State.ENDED ? run : call;
        if (command instanceof GatewayCommand.Dial && state == null) {
            spokenOf = call;
        }
        say(
                spokenOf,
                head -> new GatewayEvent.CommandRefused(head, command.head().id(), reason));
    }

    private void say(UUID call, Function<Head, GatewayEvent> event) {
        int sequence = sequences.merge(call, 1, Integer::sum);
        queue.add(event.apply(new Head(name, call, sequence, clock.instant())));
    }
}
