package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.collections.DebtLaw;
import org.fairlead.collections.control.LawBook;
import org.fairlead.collections.entity.LawWords;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** The law of debts for those who answer for it. */
@Stateless
@Local(DebtLaw.class)
@ClientScoped
@RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.BPO_ADMIN})
public class LawDesk implements DebtLaw {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public List<TextView> texts() {
        return query(LawBook::texts);
    }

    @Override
    public List<String> languages(String country, String occasion) {
        return query(law -> law.languages(country, occasion));
    }

    @Override
    public List<String> occasions() {
        return LawWords.OCCASIONS;
    }

    @Override
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    public int writeText(TextEdit edit) {
        requireTheHouse();
        return query(law -> {
            int version = law.write(edit, caller.caller().login());
            audit.record(
                    ClientId.OUTSOURCER,
                    "debt-law.text",
                    edit.country() + "/" + edit.occasion() + "@" + version,
                    Map.of("from", edit.from().toString(), "reason", edit.reason()));
            return version;
        });
    }

    @Override
    public List<TermView> terms() {
        return query(LawBook::terms);
    }

    @Override
    public List<String> kinds() {
        return LawWords.KINDS;
    }

    @Override
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    public int writeTerm(TermEdit edit) {
        requireTheHouse();
        return query(law -> {
            int version = law.write(edit, caller.caller().login());
            audit.record(
                    ClientId.OUTSOURCER,
                    "debt-law.term",
                    edit.country() + "/" + edit.kind() + "@" + version,
                    Map.of(
                            "from",
                            edit.from().toString(),
                            "days",
                            Integer.toString(edit.days()),
                            "reason",
                            edit.reason()));
            return version;
        });
    }

    @Override
    public List<String> bases() {
        return LawWords.BASES;
    }

    /** The law stands for all clients: who serves some of them does not write it. */
    private void requireTheHouse() {
        if (!caller.caller().serves(ClientId.OUTSOURCER)) {
            throw new NotFound("client " + ClientId.OUTSOURCER);
        }
    }

    private <T> T query(Function<LawBook, T> work) {
        return Sql.in(database, "the law of debts", c -> work.apply(new LawBook(c, clock.instant())));
    }
}
