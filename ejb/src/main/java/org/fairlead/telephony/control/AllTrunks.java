package org.fairlead.telephony.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.fairlead.security.AllClients;
import org.fairlead.shared.Sql;
import org.fairlead.telephony.Sites.AgentVoice;
import org.fairlead.telephony.Trunks;

/** Reads what people may only write. A site belongs to no client. */
@ApplicationScoped
public class AllTrunks implements Trunks {

    private static final String SET =
            """
            select t.host, t.account, t.password, t.calls_per_second, t.channels, t.opus, t.keep_legs, t.wss
            from site_trunk t join site s on s.site_id = t.site_id where s.gateway = ? and t.version > 0
            """;

    private static final String VOICE =
            """
            select t.opus, t.keep_legs, t.wss
            from site_trunk t join site s on s.site_id = t.site_id where s.gateway = ?
            """;

    @Inject
    @AllClients
    private DataSource database;

    @Override
    public AgentVoice voiceOf(String gateway) {
        return Sql.in(
                        database,
                        "how agents at " + gateway + " are reached",
                        c -> Sql.one(
                                c,
                                row -> new AgentVoice(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)),
                                VOICE,
                                gateway))
                .orElse(AgentVoice.USUAL);
    }

    @Override
    public Optional<TrunkSecret> of(String gateway) {
        return Sql.in(
                database,
                "the trunk of " + gateway,
                c -> Sql.one(
                        c,
                        row -> new TrunkSecret(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getInt(5),
                                new AgentVoice(row.getBoolean(6), row.getBoolean(7), row.getBoolean(8))),
                        SET,
                        gateway));
    }
}
