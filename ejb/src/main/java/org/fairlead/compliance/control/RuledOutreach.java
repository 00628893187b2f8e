package org.fairlead.compliance.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.entity.CapRule;
import org.fairlead.compliance.entity.HoursRule;
import org.fairlead.compliance.entity.OutreachPolicy;
import org.fairlead.compliance.entity.RulePack;
import org.fairlead.shared.ClientId;

/** The outreach decision with the rule pack that ships with the product. */
@ApplicationScoped
public class RuledOutreach implements Outreach {

    private static final String PACK = "/org/fairlead/compliance/outreach-rules.csv";

    /** Kinds for which whoever asks gathers the facts. */
    private static final Set<String> KNOWN = Set.of(HoursRule.KIND, CapRule.KIND);

    private final RulePack pack;

    public RuledOutreach() {
        try (InputStream csv = Objects.requireNonNull(RuledOutreach.class.getResourceAsStream(PACK), PACK)) {
            pack = new RulePack(
                    RulePack.read(new InputStreamReader(csv, StandardCharsets.UTF_8)).stream()
                            .filter(line -> KNOWN.contains(line.kind()))
                            .toList(),
                    new PublicHolidays());
        } catch (IOException e) {
            throw new UncheckedIOException(PACK, e);
        }
    }

    @Override
    public Set<String> listed(Connection transaction, ClientId client, Collection<String> numbers) {
        return DoNotCallList.among(transaction, client, numbers);
    }

    @Override
    public void list(Connection transaction, ClientId client, String number, String source, Instant at) {
        DoNotCallList.insert(transaction, client, number, source, at);
    }

    @Override
    public Optional<String> listCaller(Connection transaction, ClientId client, UUID contactId, Instant at) {
        return CallerWishes.list(transaction, client, contactId, at);
    }

    @Override
    public List<Wish> unheard(Connection allClients, Instant since) {
        return CallerWishes.unheard(allClients, since);
    }

    @Override
    public Verdict decide(OutreachFacts facts, OutreachLimits limits, Instant at) {
        return OutreachPolicy.decide(facts, pack.applying(facts.where().jurisdictions(), limits), at);
    }
}
