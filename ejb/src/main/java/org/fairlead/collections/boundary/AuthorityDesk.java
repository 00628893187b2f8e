package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.fairlead.collections.Authorities;
import org.fairlead.collections.control.AuthorityBook;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;

/** Authority of roles for those who agree about it with clients. */
@Stateless
@Local(Authorities.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class AuthorityDesk implements Authorities {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public Table table(UUID portfolioId) {
        return query((c, book) -> book.table(PortfolioBook.one(c, portfolioId)));
    }

    @Override
    public List<Change> changes(UUID portfolioId) {
        return query((c, book) -> book.changes(PortfolioBook.one(c, portfolioId)));
    }

    @Override
    public List<String> roles() {
        return AuthorityBook.ROLES;
    }

    @Override
    public String change(UUID portfolioId, Table table, String reason) {
        return query((c, book) -> {
                    Change made = book.change(PortfolioBook.one(c, portfolioId), table, reason);
                    record(made, "authority.changed", Map.of("table", Json.write(table), "state", made.state()));
                    return made;
                })
                .state();
    }

    @Override
    public void confirm(UUID changeId) {
        query((c, book) -> {
            Change one = book.one(changeId);
            book.confirm(one);
            record(one, "authority.confirmed", Map.of("table", Json.write(one.table()), "by", one.madeBy()));
            return one;
        });
    }

    @Override
    public void refuse(UUID changeId) {
        query((c, book) -> {
            Change one = book.one(changeId);
            book.refuse(one);
            record(one, one.mine() ? "authority.withdrawn" : "authority.refused", Map.of("by", one.madeBy()));
            return one;
        });
    }

    private void record(Change one, String action, Map<String, String> detail) {
        audit.record(one.client(), action, one.portfolioId() + "/" + one.changeId(), detail);
    }

    private <T> T query(BiFunction<Connection, AuthorityBook, T> work) {
        return Sql.in(
                database,
                "authority of roles",
                c -> work.apply(c, new AuthorityBook(c, caller.caller().login(), clock.instant())));
    }
}
