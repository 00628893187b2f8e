package org.fairlead.telephony.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.security.AllClients;
import org.fairlead.shared.Sql;
import org.fairlead.telephony.TelephoneAccounts;

/** Reads what people may only write. A telephone belongs to a person and a site, and to no client. */
@ApplicationScoped
public class AllTelephones implements TelephoneAccounts {

    private static final String ALL =
            """
            select s.gateway, p.login, t.account,
              case when p.active and p.site_id = s.site_id then t.digest else '' end
            from desk_telephone t join person p on p.person_id = t.person_id
            """;
    private static final String OF_GATEWAY = ALL + " join site s on s.site_id = p.site_id where s.gateway = ?";
    /** Who moved leaves nothing behind at the other sites. */
    private static final String OF_PERSON = ALL + " cross join site s where t.person_id = ?";

    @Inject
    @AllClients
    private DataSource database;

    @Override
    public List<Secret> of(String gateway) {
        return read(OF_GATEWAY, gateway);
    }

    @Override
    public List<Secret> of(UUID personId) {
        return read(OF_PERSON, personId);
    }

    private List<Secret> read(String select, Object whose) {
        return Sql.in(
                database,
                "desk telephones",
                c -> Sql.list(
                        c,
                        row -> new Secret(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        select,
                        whose));
    }
}
