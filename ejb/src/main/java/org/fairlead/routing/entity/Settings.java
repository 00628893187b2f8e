package org.fairlead.routing.entity;

import java.time.Duration;

/** The engine's own times, the same for every queue. */
public record Settings(
        Duration answerLimit,
        Duration grace,
        Duration graceAfterRestart,
        Duration agentReturns,
        Duration connectAnswer,
        Duration dialLife,
        Duration commandLife) {

    /** The times that are used in service. */
    public static Settings usual() {
        return new Settings(
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60));
    }
}
