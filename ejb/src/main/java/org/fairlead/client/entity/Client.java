package org.fairlead.client.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.fairlead.client.ClientView;
import org.fairlead.shared.ClientId;

/** A company that hires the outsourcer; row 0 is the outsourcer itself. */
@Entity
@Table(name = "client")
public class Client {

    @Id
    @Column(name = "client_id")
    private int id;

    private String code;
    private String name;
    private String country;

    @Column(name = "time_zone")
    private String timeZone;

    private boolean active;

    protected Client() {}

    public ClientView view() {
        return new ClientView(new ClientId(id), code, name, country, ZoneId.of(timeZone), active);
    }
}
