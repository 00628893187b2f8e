package org.fairlead.agreement;

/** What a formula is made of: a number of contacts. The pages name each in the reader's language. */
public enum Part {
    /** Reached an agent. */
    ANSWERED,
    /** Ended before an agent answered, whoever ended it. */
    ABANDONED,
    /** Answered with the clock at or under the threshold. */
    ANSWERED_IN_TIME,
    /** Abandoned with the clock at or under the threshold. */
    ABANDONED_IN_TIME,
    /** Abandoned after the threshold. */
    ABANDONED_LATE,
    /** Abandoned with the clock at or under the short-abandon limit. */
    SHORT_ABANDONED
}
