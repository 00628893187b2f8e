package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.collections.Letters;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.LetterBook;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.entity.Wording;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;

/** Letters and messages for those who write them. */
@Stateless
@Local(Letters.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class LetterDesk implements Letters {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public List<String> fields() {
        return Wording.FIELDS;
    }

    @Override
    public List<WordingView> wordings(UUID portfolioId) {
        return query(c -> LetterBook.wordings(c, PortfolioBook.one(c, portfolioId)));
    }

    @Override
    public void save(UUID portfolioId, Key key, String subject, String body) {
        query(c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            Wording words = new Wording(subject.strip(), body.strip());
            LetterBook.save(c, portfolio, key, words, caller.caller().login(), clock.instant());
            audit.record(
                    portfolio.client(),
                    "wording.saved",
                    portfolioId.toString(),
                    Map.of(
                            "code",
                            key.code(),
                            "channel",
                            key.channel(),
                            "language",
                            key.language(),
                            "role",
                            key.role()));
            return portfolio;
        });
    }

    @Override
    public List<MessageView> messages(UUID portfolioId, int first, int size) {
        return query(c -> {
            PortfolioBook.one(c, portfolioId);
            return LetterBook.messages(c, portfolioId, first, size);
        });
    }

    @Override
    public void again(UUID messageId) {
        query(c -> {
            MessageView message = LetterBook.one(c, messageId);
            LetterBook.again(c, message, clock.instant());
            audit.record(message.client(), "letter.again", messageId.toString(), Map.of("debt", message.reference()));
            return message;
        });
    }

    /** Who reads what was written to a person is written down. */
    @Override
    public byte[] pdf(UUID messageId) {
        return query(c -> {
            MessageView message = LetterBook.one(c, messageId);
            audit.record(message.client(), "letter.read", messageId.toString(), Map.of("debt", message.reference()));
            return LetterBook.pdf(message);
        });
    }

    @Override
    public byte[] sample(UUID portfolioId, Key key) {
        return query(c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            var today = clock.instant()
                    .atZone(PortfolioBook.zone(c, portfolio.client()))
                    .toLocalDate();
            return LetterBook.sample(c, portfolio, key, today);
        });
    }

    private <T> T query(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for letters", e);
        }
    }
}
