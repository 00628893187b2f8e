package org.fairlead.web.campaigns;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.DialMode;
import org.fairlead.dialer.WhatIf;
import org.fairlead.dialer.WhatIf.Day;
import org.fairlead.dialer.WhatIf.Outcome;
import org.fairlead.dialer.WhatIf.Setting;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What if: a campaign's last day, or a made-up one, played in each mode. Shares are in per cent, as people say them. */
@Named
@ViewScoped
public class PacingPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double PERCENT = 100;

    @EJB
    private transient Campaigns campaigns;

    @EJB
    private transient WhatIf whatIf;

    @Inject
    private Notices notices;

    private @Nullable String idParam;
    private transient @Nullable CampaignView campaign;
    private int measured;
    private int agents = 20;
    private double hours = 8;
    private double people = 30;
    private double machines;
    private double dead = 5;
    private double ring = 12;
    private double talk = 95;
    private double spread = 1;
    private double wrapUp = 25;
    private double lines = 2;
    private double limit = 3;
    private List<Outcome> outcomes = List.of();

    public void open() {
        Day day = whatIf.lastDay(id());
        measured = day.measured();
        agents = day.agents();
        hours = tenths(day.hours());
        people = tenths(PERCENT * day.people());
        machines = tenths(PERCENT * day.machines());
        dead = tenths(PERCENT * day.dead());
        ring = tenths(day.ringSeconds());
        talk = tenths(day.talkSeconds());
        spread = tenths(day.talkSpread());
        wrapUp = tenths(day.wrapUpSeconds());
    }

    public void play() {
        Day day = new Day(
                agents,
                hours,
                people / PERCENT,
                machines / PERCENT,
                dead / PERCENT,
                ring,
                talk,
                spread,
                wrapUp,
                1,
                measured);
        List<Setting> settings = new ArrayList<>();
        for (DialMode mode : List.of(DialMode.PROGRESSIVE, DialMode.POWER, DialMode.PREDICTIVE)) {
            settings.add(new Setting(mode, lines, limit / PERCENT));
        }
        try {
            outcomes = whatIf.play(day, settings);
        } catch (Refused refused) {
            outcomes = List.of();
            notices.refused(refused);
        }
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private UUID id() {
        return Address.uuid(idParam);
    }

    public CampaignView getCampaign() {
        CampaignView known = campaign;
        if (known == null) {
            known = campaigns.campaign(id());
            campaign = known;
        }
        return known;
    }

    public List<Outcome> getOutcomes() {
        return outcomes;
    }

    public int getAgents() {
        return agents;
    }

    public void setAgents(int agents) {
        this.agents = agents;
    }

    public double getHours() {
        return hours;
    }

    public void setHours(double hours) {
        this.hours = hours;
    }

    public double getPeople() {
        return people;
    }

    public void setPeople(double people) {
        this.people = people;
    }

    public double getMachines() {
        return machines;
    }

    public void setMachines(double machines) {
        this.machines = machines;
    }

    public double getDead() {
        return dead;
    }

    public void setDead(double dead) {
        this.dead = dead;
    }

    public double getRing() {
        return ring;
    }

    public void setRing(double ring) {
        this.ring = ring;
    }

    public double getTalk() {
        return talk;
    }

    public void setTalk(double talk) {
        this.talk = talk;
    }

    public double getSpread() {
        return spread;
    }

    public void setSpread(double spread) {
        this.spread = spread;
    }

    public double getWrapUp() {
        return wrapUp;
    }

    public void setWrapUp(double wrapUp) {
        this.wrapUp = wrapUp;
    }

    public double getLines() {
        return lines;
    }

    public void setLines(double lines) {
        this.lines = lines;
    }

    public double getLimit() {
        return limit;
    }

    public void setLimit(double limit) {
        this.limit = limit;
    }

    public @Nullable String getIdParam() {
        return idParam;
    }

    public void setIdParam(@Nullable String idParam) {
        this.idParam = idParam;
    }

    public int getMeasured() {
        return measured;
    }
}
