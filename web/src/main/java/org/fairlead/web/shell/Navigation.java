package org.fairlead.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.fairlead.security.Roles;

/** The pages of the console and who is shown them. web.xml holds the doors; here are only the signs. */
@Named
@RequestScoped
public class Navigation {

    static final List<String> ROLES = List.of(
            Roles.AGENT,
            Roles.SUPERVISOR,
            Roles.ACCOUNT_MANAGER,
            Roles.BPO_ADMIN,
            Roles.COMPLIANCE_OFFICER,
            Roles.INTEGRATION);

    private static final List<Place> PLACES = List.of(
            new Place("desk", List.of(Roles.AGENT)),
            new Place("floor", List.of(Roles.SUPERVISOR, Roles.BPO_ADMIN)),
            new Place("voicemail", List.of(Roles.AGENT, Roles.SUPERVISOR)),
            new Place("portal", List.of(Roles.ACCOUNT_MANAGER, Roles.BPO_ADMIN)),
            new Place("campaigns", List.of(Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.COMPLIANCE_OFFICER)),
            new Place("collections", List.of(Roles.ACCOUNT_MANAGER, Roles.BPO_ADMIN)),
            new Place("arrangements", List.of(Roles.SUPERVISOR)),
            new Place("holds", List.of(Roles.COMPLIANCE_OFFICER)),
            new Place("scripts", List.of(Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.SUPERVISOR)),
            new Place("compliance", List.of(Roles.COMPLIANCE_OFFICER, Roles.BPO_ADMIN)),
            new Place("people", List.of(Roles.SUPERVISOR, Roles.BPO_ADMIN)),
            new Place("clients", List.of(Roles.SUPERVISOR, Roles.BPO_ADMIN)),
            new Place("sites", List.of(Roles.SUPERVISOR, Roles.BPO_ADMIN)));

    @Inject
    private HttpServletRequest request;

    /** @param key of the page: {@code /KEY.xhtml}, {@code common.nav.KEY}, icon {@code #KEY} */
    public record Place(String key, List<String> roles) {

        public String getKey() {
            return key;
        }

        public String getPath() {
            return "/" + key + ".xhtml";
        }
    }

    /** What the viewer's roles open, in the order of the rail. */
    public List<Place> getPlaces() {
        return PLACES.stream()
                .filter(place -> place.roles().stream().anyMatch(request::isUserInRole))
                .toList();
    }

    /** Where the viewer's day begins. */
    public Optional<Place> home() {
        return getPlaces().stream().findFirst();
    }
}
