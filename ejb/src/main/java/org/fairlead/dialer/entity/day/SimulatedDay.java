package org.fairlead.dialer.entity.day;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.fairlead.dialer.entity.PacingPolicy;
import org.fairlead.dialer.entity.day.Agenda.What;
import org.fairlead.dialer.entity.day.DayPlan.Leave;
import org.fairlead.dialer.entity.day.DayPlan.Reach;
import org.fairlead.dialer.entity.day.Draws.About;

/**
 * Plays a day: the policy says how many to place, the plan and the seed say what becomes of them. Hours of floor time take
 * seconds or less, no number is dialled, and the same seed gives the same day.
 *
 * <p>Who answers waits for an agent up to the plan's patience, the longest waiting first; a freed agent who has been idle
 * longest comes first. After the shift's end nothing is placed any more; what rings then still counts.
 */
public final class SimulatedDay {

    private static final double HOUR = 3_600_000.0;

    /** What the live dialer needs to hear that something has happened, and to decide. */
    private static final long REACTION_MILLIS = 50;

    private static final int TURNS = 1 << 24;

    private final DayPlan plan;
    private final PacingPolicy policy;
    private final Draws draws;
    private final Agenda agenda = new Agenda();
    private final long end;

    private final Worker[] workers;
    private final ArrayDeque<Integer> idle = new ArrayDeque<>();
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();

    /** What a call will come to, by its number. */
    private byte[] fates = new byte[1 << 12];

    private boolean[] waits = new boolean[1 << 12];
    private int dials;
    private long decided;
    private long next;
    private int turn;

    private int answered;
    private int abandoned;
    private int talks;
    private int machines;
    private int mistaken;
    private long staffedTime;
    private long idleTime;
    private long talkTime;

    private static final byte NOBODY = 0;
    private static final byte PERSON = 1;
    private static final byte LOST_PERSON = 2;
    private static final byte MACHINE = 3;
    private static final byte PASSED_MACHINE = 4;

    private enum Doing {
        IDLE,
        TALKING,
        WRAP_UP,
        AWAY
    }

    private static final class Worker {
        Doing doing = Doing.IDLE;
        long since;
        long here;
        int call;
        boolean leaving;
    }

    private SimulatedDay(DayPlan plan, PacingPolicy policy, long seed) {
        this.plan = plan;
        this.policy = policy;
        this.draws = new Draws(seed);
        this.end = (long) (plan.hours() * HOUR);
        this.workers = new Worker[plan.agents()];
    }

    /** Plays the plan with a policy that has seen nothing yet. */
    public static DayResult play(DayPlan plan, PacingPolicy policy, long seed) {
        return new SimulatedDay(plan, policy, seed).play();
    }

    private DayResult play() {
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker();
            ready(i, 0);
        }
        for (int i = 0; i < plan.leaves().size(); i++) {
            Leave leave = plan.leaves().get(i);
            agenda.add((long) (leave.fromHour() * HOUR), What.LEAVE_BEGINS, i);
            agenda.add((long) (leave.untilHour() * HOUR), What.LEAVE_ENDS, i);
        }
        policy.windowEnds(end);
        agenda.add(0, What.DECIDE, 0);
        while (!agenda.isEmpty()) {
            long entry = agenda.next();
            happens(Agenda.what(entry), Agenda.who(entry), Agenda.at(entry));
            if (Agenda.what(entry) != What.DECIDE) {
                reconsider(Agenda.at(entry));
            }
        }
        for (Worker worker : workers) {
            account(worker, end);
            staffedTime += worker.doing == Doing.AWAY ? 0 : Math.max(0, end - worker.here);
        }
        return new DayResult(staffedTime, idleTime, talkTime, dials, answered, abandoned, talks, machines, mistaken);
    }

    private void happens(What what, int who, long at) {
        switch (what) {
            case DECIDE -> decide(who, at);
            case CALL_SETTLES -> settles(who, at);
            case DETECTED -> detected(who, at);
            case PATIENCE_ENDS -> patienceEnds(who, at);
            case TALK_ENDS -> talkEnds(who, at);
            case WRAP_UP_ENDS -> free(who, at);
            case SIGNAL -> policy.finishing(who, at);
            case LEAVE_BEGINS -> leave(plan.leaves().get(who), at);
            case LEAVE_ENDS -> comeBack(plan.leaves().get(who), at);
        }
    }

    /** Something has happened: the policy decides as soon as it wants to, which may be sooner than was planned. */
    private void reconsider(long at) {
        long soonest = Math.max(at + REACTION_MILLIS, decided + policy.soonestMillis());
        if (soonest < next) {
            plan(soonest);
        }
    }

    private void plan(long at) {
        next = at;
        turn = (turn + 1) % TURNS;
        agenda.add(at, What.DECIDE, turn);
    }

    private void decide(int which, long at) {
        if (at >= end || which != turn) {
            return;
        }
        decided = at;
        for (int more = policy.place(at); more > 0; more--) {
            dial(dials++, at);
        }
        plan(at + policy.everyMillis());
    }

    private void dial(int call, long at) {
        if (call >= fates.length) {
            fates = Arrays.copyOf(fates, call * 2);
            waits = Arrays.copyOf(waits, call * 2);
        }
        Reach reach = plan.reachAt(at / HOUR);
        double fate = draws.of(About.FATE, call);
        double share = draws.of(About.RING, call);
        double seconds = plan.ringLimit();
        if (fate < reach.people() + reach.machines()) {
            double picksUp = plan.ring().seconds(share, 0.5);
            if (picksUp < plan.ringLimit()) {
                seconds = picksUp;
                fates[call] = fate < reach.people() ? person(call) : machine(call);
            }
        } else if (fate < reach.people() + reach.machines() + reach.dead()) {
            seconds = plan.deadRing().seconds(share, 0.5);
        }
        policy.dialed(call, 1, at);
        agenda.add(at + millis(seconds), What.CALL_SETTLES, call);
    }

    private byte person(int call) {
        return draws.of(About.DETECTION, call) < plan.detection().lostPeople() ? LOST_PERSON : PERSON;
    }

    private byte machine(int call) {
        return draws.of(About.DETECTION, call) < plan.detection().passedMachines() ? PASSED_MACHINE : MACHINE;
    }

    private void settles(int call, long at) {
        byte fate = fates[call];
        if (fate == NOBODY) {
            policy.failed(call, at);
            return;
        }
        boolean person = fate == PERSON || fate == LOST_PERSON;
        long takes =
                millis(person ? plan.detection().seconds() : plan.detection().machineSeconds());
        if (takes == 0) {
            detected(call, at);
        } else {
            agenda.add(at + takes, What.DETECTED, call);
        }
    }

    private void detected(int call, long at) {
        byte fate = fates[call];
        if (fate == LOST_PERSON || fate == MACHINE) {
            mistaken += fate == LOST_PERSON ? 1 : 0;
            policy.failed(call, at);
            return;
        }
        answered++;
        machines += fate == PASSED_MACHINE ? 1 : 0;
        policy.answered(call, at);
        Integer worker = idle.poll();
        if (worker == null) {
            waits[call] = true;
            waiting.add(call);
            agenda.add(
                    at + millis(plan.patience().seconds(draws.of(About.PATIENCE, call), 0.5)),
                    What.PATIENCE_ENDS,
                    call);
        } else {
            connect(call, worker, at);
        }
    }

    private void patienceEnds(int call, long at) {
        if (waits[call]) {
            waits[call] = false;
            waiting.remove(call);
            abandoned++;
            policy.abandoned(call, at);
        }
    }

    private void connect(int call, int who, long at) {
        Worker worker = workers[who];
        waits[call] = false;
        become(worker, Doing.TALKING, at);
        worker.call = call;
        policy.connected(call, who, at);
        boolean person = fates[call] == PERSON;
        double share = draws.of(About.TALK, call);
        long talk = millis(
                (person ? plan.talk() : plan.detection().lost()).seconds(share, draws.of(About.TALK_KIND, call)));
        if (person) {
            talks++;
            talkTime += Math.max(0, Math.min(at + talk, end) - at);
        }
        agenda.add(at + talk, What.TALK_ENDS, who);
        long signal = millis(plan.signalSeconds());
        if (signal > 0 && person) {
            long over = at + talk + wrapUp(call);
            agenda.add(Math.max(at, over - signal), What.SIGNAL, who);
        }
    }

    private long wrapUp(int call) {
        return millis(plan.wrapUp().seconds(draws.of(About.WRAP_UP, call), 0.5));
    }

    private void talkEnds(int who, long at) {
        Worker worker = workers[who];
        become(worker, Doing.WRAP_UP, at);
        policy.released(who, at);
        long wrapUp = fates[worker.call] == PERSON ? wrapUp(worker.call) : 0;
        if (wrapUp == 0) {
            free(who, at);
        } else {
            agenda.add(at + wrapUp, What.WRAP_UP_ENDS, who);
        }
    }

    private void free(int who, long at) {
        if (workers[who].leaving) {
            goes(who, at);
        } else {
            ready(who, at);
        }
    }

    private void ready(int who, long at) {
        become(workers[who], Doing.IDLE, at);
        policy.ready(who, at);
        Integer call = waiting.poll();
        if (call == null) {
            idle.add(who);
        } else {
            connect(call, who, at);
        }
    }

    private void goes(int who, long at) {
        Worker worker = workers[who];
        become(worker, Doing.AWAY, at);
        staffedTime += Math.min(at, end) - Math.min(worker.here, end);
        policy.gone(who, at);
    }

    private void leave(Leave leave, long at) {
        for (int who = 0; who < leaving(leave); who++) {
            if (workers[who].doing == Doing.IDLE) {
                idle.remove(who);
                goes(who, at);
            } else {
                workers[who].leaving = true;
            }
        }
    }

    private void comeBack(Leave leave, long at) {
        for (int who = 0; who < leaving(leave); who++) {
            Worker worker = workers[who];
            worker.leaving = false;
            if (worker.doing == Doing.AWAY) {
                worker.here = at;
                ready(who, at);
            }
        }
    }

    private int leaving(Leave leave) {
        return (int) Math.round(leave.share() * workers.length);
    }

    private void become(Worker worker, Doing doing, long at) {
        account(worker, at);
        worker.doing = doing;
        worker.since = at;
    }

    private void account(Worker worker, long at) {
        if (worker.doing == Doing.IDLE) {
            idleTime += Math.max(0, Math.min(at, end) - worker.since);
        }
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1_000);
    }
}
