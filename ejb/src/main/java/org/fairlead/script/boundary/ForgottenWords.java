package org.fairlead.script.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.fairlead.contact.ContactClosed;
import org.fairlead.script.control.KeepOmissions.Left;
import org.fairlead.shared.ClientId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of contacts whose wrap-up ended by itself; what is closed at the desk was kept there. On a floor without wrap-up
 * that is each call: what was left out in a second is looked up and kept together.
 */
@ApplicationScoped
public class ForgottenWords {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenWords.class);
    private static final long GATHERED_MILLIS = 1_000;
    private static final int MOST_AT_ONCE = 500;

    @Resource
    private ManagedScheduledExecutorService threads;

    @Inject
    private OmissionKeeping keeping;

    private final Queue<Closed> closed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean gathering = new AtomicBoolean();

    private record Closed(ClientId client, Left left) {}

    void closed(@ObservesAsync ContactClosed contact) {
        if (contact.closedByItself() && contact.agentId() != null) {
            closed.add(
                    new Closed(contact.client(), new Left(contact.contactId(), contact.agentId(), contact.closedAt())));
            if (gathering.compareAndSet(false, true)) {
                keepSoon();
            }
        }
    }

    private void keepSoon() {
        try {
            var unused = threads.schedule(this::keepAll, GATHERED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the server is about to end, and has no time to gather
            keepAll();
        }
    }

    /** Also what was gathered when the server ends. */
    @PreDestroy
    void keepAll() {
        gathering.set(false);
        for (List<Closed> some = next(); !some.isEmpty(); some = next()) {
            Map<ClientId, List<Left>> byClient = some.stream()
                    .collect(Collectors.groupingBy(
                            Closed::client, Collectors.mapping(Closed::left, Collectors.toList())));
            byClient.forEach(this::keep);
        }
    }

    private void keep(ClientId client, List<Left> contacts) {
        try {
            keeping.keep(client, contacts);
        } catch (RuntimeException e) {
            if (contacts.size() > 1) {
                // one that cannot be kept takes none of the others with it
                contacts.forEach(each -> keep(client, List.of(each)));
            } else {
                LOG.error("FL4311 what was left out in contact {} of client {} is not kept", contacts, client, e);
            }
        }
    }

    private List<Closed> next() {
        List<Closed> some = new ArrayList<>();
        Closed one = closed.poll();
        while (one != null) {
            some.add(one);
            one = some.size() < MOST_AT_ONCE ? closed.poll() : null;
        }
        return some;
    }
}
