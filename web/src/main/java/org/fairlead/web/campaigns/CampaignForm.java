package org.fairlead.web.campaigns;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.campaign.AgentlessPlan;
import org.fairlead.campaign.CampaignSettings;
import org.fairlead.campaign.CampaignSettings.RetryRule;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.Dialing.Window;
import org.fairlead.client.ClientView;
import org.fairlead.client.ProgramView;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** What the fields of a campaign's settings write into until they are saved. */
public class CampaignForm implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Outcomes after which a number may be tried again. */
    private static final List<String> RETRIED =
            List.of("BUSY", "NO_ANSWER", "MACHINE", "FAX", "DEAD_LINE", "FAILED", "ABANDONED", "NO_CONTACT");

    private int version;
    private @Nullable String code = "";
    private @Nullable String name = "";
    private @Nullable String mode = "PREVIEW";
    private @Nullable String gateway = "";
    private @Nullable String callerId = "";
    private @Nullable String language = "";
    private @Nullable String skills = "";
    private @Nullable String country = "";
    private @Nullable String callFrom = "09:00";
    private @Nullable String callUntil = "20:00";
    private int ringSeconds = 25;
    private boolean detectMachine = true;
    private int capCount = 3;
    private int capDays = 7;
    private double lines = Dialing.USUAL.lines();
    private @Nullable BigDecimal abandonPercent = percent(Dialing.USUAL.abandonLimit());
    private @Nullable String window = Dialing.USUAL.window().name();
    private int weight = Dialing.USUAL.weight();
    private @Nullable String programId = "";
    private final AgentlessForm agentless;
    private final List<Retry> retry = new ArrayList<>();

    /** One line: after this outcome again in so many minutes, so many times. Empty fields keep the house's rule. */
    public static class Retry implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String outcome;
        private @Nullable Integer minutes;
        private @Nullable Integer times;
        private boolean otherNumber;
        private boolean otherHour;

        Retry(String outcome, @Nullable RetryRule rule) {
            this.outcome = outcome;
            minutes = rule == null ? null : (int) rule.after().toMinutes();
            times = rule == null ? null : rule.times();
            otherNumber = rule != null && rule.otherNumber();
            otherHour = rule != null && rule.otherHour();
        }

        public boolean isOtherNumber() {
            return otherNumber;
        }

        public void setOtherNumber(boolean otherNumber) {
            this.otherNumber = otherNumber;
        }

        public boolean isOtherHour() {
            return otherHour;
        }

        public void setOtherHour(boolean otherHour) {
            this.otherHour = otherHour;
        }

        public String getOutcome() {
            return outcome;
        }

        public @Nullable Integer getMinutes() {
            return minutes;
        }

        public void setMinutes(@Nullable Integer minutes) {
            this.minutes = minutes;
        }

        public @Nullable Integer getTimes() {
            return times;
        }

        public void setTimes(@Nullable Integer times) {
            this.times = times;
        }
    }

    CampaignForm() {
        agentless = new AgentlessForm(AgentlessPlan.USUAL);
        RETRIED.forEach(outcome -> retry.add(new Retry(outcome, null)));
    }

    CampaignForm(CampaignSettings s) {
        version = s.version();
        programId = s.programId().toString();
        code = s.code();
        name = s.name();
        mode = s.mode().name();
        gateway = s.gateway();
        callerId = s.callerId();
        language = s.language();
        skills = Skills.written(s.skills());
        country = s.country();
        callFrom = s.callFrom().toString();
        callUntil = s.callUntil().toString();
        ringSeconds = s.ringSeconds();
        detectMachine = s.detectMachine();
        capCount = s.capCount();
        capDays = s.capDays();
        lines = s.dialing().lines();
        abandonPercent = percent(s.dialing().abandonLimit());
        window = s.dialing().window().name();
        weight = s.dialing().weight();
        agentless = new AgentlessForm(s.agentless());
        RETRIED.forEach(outcome -> retry.add(new Retry(outcome, s.retry().get(outcome))));
    }

    void begin(ProgramView program, ClientView client) {
        programId = program.id().toString();
        language = program.defaultLanguage();
        country = client.country();
        skills = "lang:" + language + " 3";
    }

    UUID program() {
        return Address.uuid(programId);
    }

    CampaignSettings settings(ProgramView program) {
        return new CampaignSettings(
                program.client(),
                program.id(),
                text(code),
                text(name),
                DialMode.valueOf(text(mode)),
                text(gateway),
                text(callerId).replaceAll("[\\s()-]", ""),
                text(language),
                Skills.read(text(skills)),
                text(country),
                time(callFrom),
                time(callUntil),
                ringSeconds,
                detectMachine,
                capCount,
                capDays,
                dialing(),
                agentless.plan(),
                rules(),
                version);
    }

    private Dialing dialing() {
        return new Dialing(lines, part(abandonPercent), Window.valueOf(text(window)), weight);
    }

    private Map<String, RetryRule> rules() {
        Map<String, RetryRule> rules = new TreeMap<>();
        for (var line : retry) {
            if (line.minutes != null && line.times != null) {
                rules.put(
                        line.outcome,
                        new RetryRule(Duration.ofMinutes(line.minutes), line.times, line.otherNumber, line.otherHour));
            } else if (line.minutes != null || line.times != null || line.otherNumber || line.otherHour) {
                throw new Refused("campaign.retry");
            }
        }
        return rules;
    }

    /** As it is written: a hundred times a double is 0.9000000000000001. */
    static BigDecimal percent(double part) {
        BigDecimal percent = BigDecimal.valueOf(part).movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** An emptied field is no limit that could be kept. */
    static double part(@Nullable BigDecimal percent) {
        return percent == null ? Double.NaN : percent.movePointLeft(2).doubleValue();
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private static LocalTime time(@Nullable String written) {
        try {
            return LocalTime.parse(text(written));
        } catch (DateTimeException e) {
            var refused = new Refused("campaign.hours");
            refused.initCause(e);
            throw refused;
        }
    }

    public AgentlessForm getAgentless() {
        return agentless;
    }

    public List<Retry> getRetry() {
        return retry;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getMode() {
        return mode;
    }

    public void setMode(@Nullable String mode) {
        this.mode = mode;
    }

    public @Nullable String getGateway() {
        return gateway;
    }

    public void setGateway(@Nullable String gateway) {
        this.gateway = gateway;
    }

    public @Nullable String getCallerId() {
        return callerId;
    }

    public void setCallerId(@Nullable String callerId) {
        this.callerId = callerId;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getSkills() {
        return skills;
    }

    public void setSkills(@Nullable String skills) {
        this.skills = skills;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getCallFrom() {
        return callFrom;
    }

    public void setCallFrom(@Nullable String callFrom) {
        this.callFrom = callFrom;
    }

    public @Nullable String getCallUntil() {
        return callUntil;
    }

    public void setCallUntil(@Nullable String callUntil) {
        this.callUntil = callUntil;
    }

    public int getRingSeconds() {
        return ringSeconds;
    }

    public void setRingSeconds(int ringSeconds) {
        this.ringSeconds = ringSeconds;
    }

    public boolean isDetectMachine() {
        return detectMachine;
    }

    public void setDetectMachine(boolean detectMachine) {
        this.detectMachine = detectMachine;
    }

    public int getCapCount() {
        return capCount;
    }

    public void setCapCount(int capCount) {
        this.capCount = capCount;
    }

    public int getCapDays() {
        return capDays;
    }

    public void setCapDays(int capDays) {
        this.capDays = capDays;
    }

    public double getLines() {
        return lines;
    }

    public void setLines(double lines) {
        this.lines = lines;
    }

    public @Nullable BigDecimal getAbandonPercent() {
        return abandonPercent;
    }

    public void setAbandonPercent(@Nullable BigDecimal abandonPercent) {
        this.abandonPercent = abandonPercent;
    }

    public @Nullable String getWindow() {
        return window;
    }

    public void setWindow(@Nullable String window) {
        this.window = window;
    }

    public int getWeight() {
        return weight;
    }

    public void setWeight(int weight) {
        this.weight = weight;
    }

    public @Nullable String getProgramId() {
        return programId;
    }

    public void setProgramId(@Nullable String programId) {
        this.programId = programId;
    }
}
