package org.fairlead.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person at the other end, as one client knows them; the same person at another client is another row. */
@Entity
@Table(name = "customer")
public class Customer {

    @Id
    @Column(name = "customer_id")
    private UUID id;

    private String name;
    private String language;
    private String country;
    private @Nullable String city;
    private @Nullable String reference;
    private boolean vip;
    private @Nullable LocalDate since;

    protected Customer() {}

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String language() {
        return language;
    }

    public String country() {
        return country;
    }

    public @Nullable String city() {
        return city;
    }

    public @Nullable String reference() {
        return reference;
    }

    public boolean isVip() {
        return vip;
    }

    public @Nullable LocalDate since() {
        return since;
    }
}
