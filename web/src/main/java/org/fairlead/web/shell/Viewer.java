package org.fairlead.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking at this page, in which language and theme. Language and theme are the person's choice, kept in a
 * cookie of this browser; before a choice is made the language is the person's own, and the theme the system's.
 */
@Named
@RequestScoped
public class Viewer {

    /** Cookies that the menu of the shell writes (assets/js/shell.js). */
    static final String LANGUAGE_COOKIE = "fl-lang";

    static final String THEME_COOKIE = "fl-theme";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Profile profile;

    private @Nullable Language language;

    public boolean isKnown() {
        return request.getUserPrincipal() != null;
    }

    /** Name that the person logs in with. */
    public String getLogin() {
        return request.getUserPrincipal() == null
                ? ""
                : request.getUserPrincipal().getName();
    }

    public String getName() {
        return profile().map(Profile::name).orElseGet(this::getLogin);
    }

    /** First letters of the first and the last name. */
    public String getInitials() {
        String[] names = getName().strip().split("\\s+");
        String first = initial(names[0]);
        return names.length == 1 ? first : first + initial(names[names.length - 1]);
    }

    private static String initial(String name) {
        return name.isEmpty() ? "" : new String(Character.toChars(name.codePointAt(0))).toUpperCase(Locale.ROOT);
    }

    public String getSiteName() {
        return profile().map(Profile::siteName).orElse("");
    }

    /** Time zone of the person's site. */
    public ZoneId getZone() {
        return ZoneId.of(profile().map(Profile::zone).orElse("UTC"));
    }

    /** Whether the person has one of these roles, written {@code 'supervisor,bpo-admin'}. */
    public boolean has(String roles) {
        return Arrays.stream(roles.split(",")).map(String::strip).anyMatch(request::isUserInRole);
    }

    public Language getLanguage() {
        Language known = language;
        if (known == null) {
            known = cookie(LANGUAGE_COOKIE)
                    .flatMap(Language::of)
                    .or(() -> profile().flatMap(p -> Language.of(p.language())))
                    .orElseGet(() -> Language.of(request.getLocale()));
            language = known;
        }
        return known;
    }

    public List<Language> getLanguages() {
        return Language.all();
    }

    public Locale getLocale() {
        return getLanguage().locale();
    }

    /** {@code light}, {@code dark} or {@code auto}. */
    public String getTheme() {
        return cookie(THEME_COOKIE)
                .filter(t -> t.equals("light") || t.equals("dark"))
                .orElse("auto");
    }

    public Words getWords() {
        return Words.in(getLanguage());
    }

    /** Numbers and times in the person's language and the site's time zone. */
    public Formats getFormats() {
        return Formats.of(getLanguage(), getZone());
    }

    /** Roles as words, for the menu. */
    public String getRoleNames() {
        return Navigation.ROLES.stream()
                .filter(request::isUserInRole)
                .map(role -> getWords().get("common.role." + role))
                .collect(Collectors.joining(", "));
    }

    /** Nobody on pages before log-in, and for log-ins of the realm that are no people of this installation, or no more. */
    private Optional<Profile> profile() {
        if (!isKnown()) {
            return Optional.empty();
        }
        try {
            return profile.known() ? Optional.of(profile) : Optional.empty();
        } catch (NotFound | Refused notAPerson) {
            return Optional.empty();
        }
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
