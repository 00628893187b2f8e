package org.fairlead.dialer;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.DialMode;

/**
 * Plays a campaign's day with other settings: hours of floor time in seconds, with the policies that dial, and no number
 * dialled. For supervisors and BPO admins.
 */
public interface WhatIf {

    /**
     * What the campaign met on the last day on which it dialled, as a day to play; usual figures where that is little.
     *
     * @throws org.fairlead.shared.NotFound when it is none of the caller's clients'
     */
    Day lastDay(UUID campaignId);

    /**
     * Plays the day, each setting with the same customers.
     *
     * @throws org.fairlead.shared.Refused {@code pacing.day} when the day is impossible or too large
     */
    List<Outcome> play(Day day, List<Setting> settings);

    /**
     * A day.
     *
     * @param people share of the dials that a person answers
     * @param machines share that a machine answers
     * @param dead share that is busy or no line at all
     * @param ringSeconds until a person answers, on average
     * @param talkSpread standard deviation of talks over their mean
     * @param seed the same seed plays the same customers
     * @param measured dials that the figures come from; 0 when they are made up
     */
    record Day(
            int agents,
            double hours,
            double people,
            double machines,
            double dead,
            double ringSeconds,
            double talkSeconds,
            double talkSpread,
            double wrapUpSeconds,
            long seed,
            int measured) {

        public static final Day USUAL = new Day(20, 8, 0.3, 0, 0.05, 12, 95, 1, 25, 1, 0);
    }

    /**
     * How to pace.
     *
     * @param lines for each ready agent, in power mode
     * @param abandonLimit in predictive mode
     */
    record Setting(DialMode mode, double lines, double abandonLimit) implements Serializable {}

    /**
     * What would have come of it.
     *
     * @param utilisation share of the agents' time that is not waiting for a call
     * @param abandonment of the calls that a person answered
     */
    record Outcome(
            Setting setting,
            double utilisation,
            double talkShare,
            double abandonment,
            int dials,
            int answered,
            int abandoned)
            implements Serializable {}
}
