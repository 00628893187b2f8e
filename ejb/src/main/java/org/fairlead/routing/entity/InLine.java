package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was told and asked while waiting, kept with the contact over a restart.
 *
 * @param told how long it would take, the first time that it was said; null when it never was
 * @param asking what the customer is being asked; null when nothing
 * @param call what the customer is to be called back for; null for one who is, or was, on the line
 * @param outside the number outside the house to which the customer was sent; null for none
 * @param menu what the customer was asked before being let in; null for nothing
 */
public record InLine(
        @Nullable Told told,
        @Nullable Asking asking,
        @Nullable Promised call,
        @Nullable String outside,
        @Nullable Menu menu) {

    /** Nothing was said or asked. */
    public static final InLine NOTHING = new InLine(null, null, null, null, null);

    /** @param seconds that it would take at most */
    public record Told(Instant at, int seconds) {}

    /** What is asked of a customer who may be called back. */
    public enum Question {
        WHETHER,
        NUMBER,
        WHEN
    }

    /**
     * @param number where to call, once that is known
     * @param misread how often the answer could not be understood
     */
    public record Asking(Question question, @Nullable String number, int misread) {

        static Asking of(Question question, @Nullable String number) {
            return new Asking(question, number, 0);
        }
    }

    /**
     * A customer who hung up and is called when it is their turn.
     *
     * @param askedIn the contact in which it was asked for
     * @param notBefore the chosen time; in the past for in line
     * @param denied how often the outreach decision said no
     * @param tries how often nobody was reached before
     */
    public record Promised(UUID askedIn, Instant notBefore, int denied, int tries) {}

    /**
     * A queue's menu, on its way or over.
     *
     * @param question that is being asked, counted from 0; {@link #OVER} when none is
     * @param misread how often it was asked in vain
     */
    public record Menu(int question, int misread, Map<String, String> known) {

        static final int OVER = -1;

        static final Menu FIRST = new Menu(0, 0, Map.of());

        public Menu {
            known = known == null ? Map.of() : Map.copyOf(known);
        }

        boolean isOver() {
            return question == OVER;
        }

        Menu again() {
            return new Menu(question, misread + 1, known);
        }

        /** @param more what the key means */
        Menu next(Map<String, String> more) {
            Map<String, String> all = new HashMap<>(known);
            all.putAll(more);
            return new Menu(question + 1, 0, all);
        }

        Menu over() {
            return new Menu(OVER, 0, known);
        }
    }

    InLine told(Instant at, int seconds) {
        return told == null ? new InLine(new Told(at, seconds), asking, call, outside, menu) : this;
    }

    InLine asking(@Nullable Asking now) {
        return new InLine(told, now, call, outside, menu);
    }

    InLine promised(Promised promise) {
        return new InLine(told, null, promise, outside, menu);
    }

    InLine outside(@Nullable String number) {
        return new InLine(told, asking, call, number, menu);
    }

    InLine asked(@Nullable Menu now) {
        return new InLine(told, asking, call, outside, now);
    }

    /** Of what the customer was told and asked, that which says whom they should talk to. */
    InLine learnt() {
        return NOTHING.asked(menu);
    }

    /** What keys have said, as the rules of queues ask for it. */
    Map<String, String> known() {
        return menu == null ? Map.of() : menu.known();
    }
}
