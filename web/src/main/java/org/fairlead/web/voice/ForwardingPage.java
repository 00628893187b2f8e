package org.fairlead.web.voice;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.client.Forwarding;
import org.fairlead.client.Forwardings;
import org.fairlead.client.PersonView;
import org.fairlead.security.Roles;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Where customers go when this agent does not answer. */
@Named
@ViewScoped
public class ForwardingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Clients clients;

    @EJB
    private transient Forwardings forwardings;

    @Inject
    private Notices notices;

    private @Nullable String ofParam;
    private String name = "";
    private final List<Line> numbers = new ArrayList<>();
    private int ringSeconds;
    private @Nullable String colleague;
    private boolean voicemail;

    /** One number; an empty one is none. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String number;

        Line(String number) {
            this.number = number;
        }

        public @Nullable String getNumber() {
            return number;
        }

        public void setNumber(@Nullable String number) {
            this.number = number;
        }
    }

    public void open() {
        UUID person = Address.uuid(ofParam);
        name = clients.person(person).name();
        show(forwardings.of(person));
    }

    private void show(Forwarding chain) {
        numbers.clear();
        chain.numbers().forEach(number -> numbers.add(new Line(number)));
        while (numbers.size() < Forwarding.MOST_NUMBERS) {
            numbers.add(new Line(""));
        }
        ringSeconds = chain.ringSeconds();
        UUID next = chain.colleague();
        colleague = next == null ? "" : next.toString();
        voicemail = chain.voicemail();
    }

    public void save() {
        List<String> wanted = new ArrayList<>();
        for (Line line : numbers) {
            String number = line.number;
            if (number != null && !number.isBlank()) {
                wanted.add(number.replaceAll("[\\s().-]", ""));
            }
        }
        UUID next = colleague == null || colleague.isEmpty() ? null : UUID.fromString(colleague);
        try {
            UUID person = Address.uuid(ofParam);
            forwardings.set(person, new Forwarding(wanted, ringSeconds, next, voicemail));
            show(forwardings.of(person));
            notices.done("voice.chain.saved");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** Agents who could be asked next. */
    public List<PersonView> getColleagues() {
        return clients.people().stream()
                .filter(person -> person.active() && Roles.AGENT.equals(person.role()))
                .filter(person -> !person.id().toString().equals(ofParam))
                .toList();
    }

    public String getName() {
        return name;
    }

    public List<Line> getNumbers() {
        return numbers;
    }

    public @Nullable String getOfParam() {
        return ofParam;
    }

    public void setOfParam(@Nullable String person) {
        ofParam = person;
    }

    public int getRingSeconds() {
        return ringSeconds;
    }

    public void setRingSeconds(int seconds) {
        ringSeconds = seconds;
    }

    public @Nullable String getColleague() {
        return colleague;
    }

    public void setColleague(@Nullable String person) {
        colleague = person;
    }

    public boolean isVoicemail() {
        return voicemail;
    }

    public void setVoicemail(boolean can) {
        voicemail = can;
    }
}
