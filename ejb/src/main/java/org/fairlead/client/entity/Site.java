package org.fairlead.client.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.fairlead.client.SiteView;

/** A place where agents work. */
@Entity
@Table(name = "site")
public class Site {

    @Id
    @Column(name = "site_id")
    private int id;

    private String code;
    private String name;
    private String country;

    @Column(name = "time_zone")
    private String timeZone;

    private String gateway;

    protected Site() {}

    public SiteView view() {
        return new SiteView(id, code, name, country, ZoneId.of(timeZone), gateway);
    }
}
