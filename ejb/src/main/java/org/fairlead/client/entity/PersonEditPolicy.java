package org.fairlead.client.entity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fairlead.client.PersonEdit;
import org.fairlead.jms.LineName;
import org.fairlead.shared.ClientId;

/** What an admin may set on a person. The answer is the first reason against it, a key of the bundles. */
public final class PersonEditPolicy {

    private static final Pattern SKILL = Pattern.compile("[a-z][a-z0-9-]{0,30}(:[a-z0-9-]{1,30})?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,39}");
    private static final Pattern TEAM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");
    private static final int LONGEST_NAME = 80;
    private static final int LEAST = 1;
    private static final int MOST = 5;

    private PersonEditPolicy() {}

    /**
     * @param admin who edits
     * @param scope the clients that the admin serves
     * @param person who is edited
     */
    public static Optional<String> objection(UUID admin, Set<ClientId> scope, UUID person, PersonEdit edit) {
        if (edit.name().isBlank() || edit.name().length() > LONGEST_NAME) {
            return Optional.of("person.name");
        }
        if (!LANGUAGE.matcher(edit.language()).matches()) {
            return Optional.of("person.language");
        }
        if (!edit.skills().entrySet().stream().allMatch(PersonEditPolicy::isUsable)) {
            return Optional.of("person.skill");
        }
        if (!edit.teams().stream().allMatch(team -> TEAM.matcher(team).matches())) {
            return Optional.of("person.team");
        }
        if (!scope.containsAll(edit.clients())) {
            return Optional.of("person.client");
        }
        boolean locksOut = !edit.active() || !edit.clients().contains(ClientId.OUTSOURCER);
        if (admin.equals(person) && locksOut) {
            return Optional.of("person.self");
        }
        return Optional.empty();
    }

    /** Log-ins are written as Keycloak keeps them: small letters, digits, dot, dash. */
    public static boolean isLogin(String login) {
        return LOGIN.matcher(login).matches();
    }

    /** A name that is the telephony engines' own: whoever had it would have no telephone. */
    public static boolean isReserved(String login) {
        return !LineName.fits(login);
    }

    private static boolean isUsable(Map.Entry<String, Integer> skill) {
        return SKILL.matcher(skill.getKey()).matches() && skill.getValue() >= LEAST && skill.getValue() <= MOST;
    }
}
