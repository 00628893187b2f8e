package org.fairlead.script.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.Outcome;
import org.fairlead.script.control.KeepOmissions.Left;
import org.fairlead.shared.ClientId;
import org.fairlead.testing.Beans;
import org.junit.jupiter.api.Test;

/** What agents left out in contacts that nobody closed is kept together, and one of them spoils it for no other. */
class ForgottenWordsTest {

    private static final ClientId CLIENT = new ClientId(7);
    private static final UUID SPOILED = new UUID(7, 2);

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final Keeping keeping = new Keeping();
    private boolean ending;
    private final ForgottenWords words = new Beans()
            .with(ManagedScheduledExecutorService.class, threads())
            .with(OmissionKeeping.class, keeping)
            .get(ForgottenWords.class);

    /** As rows that the database refuses: the whole transaction is lost. */
    private static final class Keeping extends OmissionKeeping {
        private final List<UUID> kept = new ArrayList<>();
        private int transactions;

        @Override
        public void keep(ClientId client, List<Left> contacts) {
            transactions++;
            if (contacts.stream().anyMatch(each -> each.contact().equals(SPOILED))) {
                throw new IllegalStateException("not this one");
            }
            contacts.forEach(each -> kept.add(each.contact()));
        }
    }

    @Test
    void whatASecondBroughtIsKeptAtOnce() {
        words.closed(closed(new UUID(7, 1)));
        words.closed(closed(new UUID(7, 3)));
        assertThat(later).hasSize(1);

        later.remove().run();

        assertThat(keeping.kept).containsExactly(new UUID(7, 1), new UUID(7, 3));
        assertThat(keeping.transactions).isEqualTo(1);
    }

    @Test
    void oneThatCannotBeKeptTakesNoneOfTheOthersWithIt() {
        words.closed(closed(new UUID(7, 1)));
        words.closed(closed(SPOILED));
        words.closed(closed(new UUID(7, 3)));

        later.remove().run();

        assertThat(keeping.kept).containsExactly(new UUID(7, 1), new UUID(7, 3));
    }

    @Test
    void nothingGatheredIsLostWhenTheServerEnds() {
        words.closed(closed(new UUID(7, 1)));
        words.keepAll();
        ending = true;
        words.closed(closed(new UUID(7, 3)));

        assertThat(keeping.kept).containsExactly(new UUID(7, 1), new UUID(7, 3));
    }

    private ManagedScheduledExecutorService threads() {
        return (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> {
                    if (ending) {
                        throw new RejectedExecutionException("the server ends");
                    }
                    later.add((Runnable) arguments[0]);
                    return null;
                });
    }

    private static ContactClosed closed(UUID contact) {
        return new ContactClosed(
                CLIENT,
                contact,
                null,
                null,
                null,
                null,
                null,
                UUID.randomUUID(),
                "INBOUND",
                "+390280001001",
                Outcome.HANDLED,
                "NONE",
                null,
                null,
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
