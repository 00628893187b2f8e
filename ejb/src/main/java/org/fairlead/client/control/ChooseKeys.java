package org.fairlead.client.control;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.client.entity.KeyChoice;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.Json;

/** Keys of a person, kept by the database's two functions, which touch nobody else's. */
@ApplicationScoped
public class ChooseKeys {

    private static final TypeReference<Map<String, String>> KEYS = new TypeReference<>() {};

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    @Inject
    private CurrentCaller current;

    public Map<String, String> mine() {
        List<?> kept = database.createNativeQuery("select desk_keys_of(:login)", String.class)
                .setParameter("login", current.caller().login())
                .getResultList();
        Object text = kept.isEmpty() ? null : kept.get(0);
        return KeyChoice.kept(text == null ? Map.of() : Json.read(text.toString(), KEYS));
    }

    public Map<String, String> change(Map<String, String> chosen) {
        Map<String, String> keys = KeyChoice.of(chosen, locale());
        database.createNativeQuery("select cast(keep_desk_keys(:login, cast(:keys as jsonb)) as text)", String.class)
                .setParameter("login", current.caller().login())
                .setParameter("keys", Json.write(chosen))
                .getResultList();
        return keys;
    }

    private Locale locale() {
        return Locale.forLanguageTag(current.caller().language());
    }
}
