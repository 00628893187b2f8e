package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.entity.Input;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person who is not to be called any more, while the dial is on its way. */
@Tag("database")
class EngineWithdrawTest {

    private static final int CLIENT = 3;

    private EngineWorld world;
    private DialledLead lead;
    private UUID attempt;

    @BeforeEach
    void begin() throws SQLException {
        world = new EngineWorld();
        world.start();
        lead = DialledLead.writtenIn(world);
        attempt = lead.attempt();
    }

    @AfterEach
    void end() throws SQLException {
        world.close();
    }

    @Test
    void aDialThatWaitsAtTheBrokerNeverLeaves() throws SQLException {
        world.ask(new Input.Place(lead.call(world)));

        world.ask(new Input.Withdraw(CLIENT, attempt));
        overtake();
        world.settle();

        assertThat(world.site.dials).isEmpty();
        assertThat(world.outcome(attempt)).isEqualTo("EXPIRED");
    }

    @Test
    void aDialThatRingsStopsAndCountsAsATry() throws SQLException {
        world.ask(new Input.Place(lead.call(world)));
        world.settle();

        world.ask(new Input.Withdraw(CLIENT, attempt));
        world.settle();

        assertThat(world.site.dials).containsEntry(attempt, 1);
        assertThat(world.outcome(attempt)).isEqualTo("NO_ANSWER");
    }

    @Test
    void anotherClientsWordTakesNothingBackNorDoesOneAboutACallThatWasAnswered() throws SQLException {
        world.ask(new Input.Place(lead.call(world)));
        world.settle();

        world.ask(new Input.Withdraw(1, attempt));
        world.settle();
        world.site.answers(attempt);
        world.hear(List.copyOf(world.site.queue));
        world.site.queue.clear();
        world.ask(new Input.Withdraw(CLIENT, attempt));

        assertThat(world.atBroker).noneMatch(GatewayCommand.Withdraw.class::isInstance);
    }

    /** The broker hands over what has the higher priority first. */
    private void overtake() {
        GatewayCommand last = world.atBroker.removeLast();
        assertThat(last).isInstanceOf(GatewayCommand.Withdraw.class);
        world.atBroker.addFirst(last);
    }
}
