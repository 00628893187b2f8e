package org.fairlead.client.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.fairlead.client.BrandView;
import org.fairlead.shared.ClientId;

/** What a client's programmes look like. */
@Entity
@Table(name = "brand")
public class Brand {

    @Id
    @Column(name = "brand_id")
    private UUID id;

    @Column(name = "client_id")
    private int client;

    private String code;
    private String name;
    private String mark;
    private String accent;

    @Column(name = "accent_dark")
    private String accentDark;

    protected Brand() {}

    public BrandView view() {
        return new BrandView(id, new ClientId(client), code, name, mark, accent, accentDark);
    }
}
