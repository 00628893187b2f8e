package org.fairlead.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.security.Audit;
import org.fairlead.shared.ClientId;

/** Remembers what was recorded, one line an entry. */
public final class FakeAudit implements Audit {

    private final List<String> entries = new ArrayList<>();

    @Override
    public void record(ClientId client, String action, String subject, Map<String, String> detail) {
        entries.add(client + " " + action + " " + subject + " " + detail);
    }

    @Override
    public void recordRefusal(ClientId client, String action, String subject, Map<String, String> detail) {
        record(client, action, subject, detail);
    }

    @Override
    public Optional<ClientId> ownerOf(Set<UUID> ids) {
        return Optional.empty();
    }

    public List<String> entries() {
        return entries;
    }
}
