package org.fairlead.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.fairlead.customer.CustomerCard;
import org.fairlead.customer.MaskedNumber;
import org.jspecify.annotations.Nullable;

/** Where a customer can be reached. */
@Entity
@Table(name = "contact_point")
public class ContactPoint {

    @Id
    @Column(name = "contact_point_id")
    private UUID id;

    @Column(name = "client_id")
    private int client;

    @Column(name = "customer_id")
    private UUID customer;

    @Enumerated(EnumType.STRING)
    private CustomerCard.Kind kind;

    private String value;

    @Column(name = "time_zone")
    private @Nullable String timeZone;

    protected ContactPoint() {}

    public UUID customer() {
        return customer;
    }

    public String value() {
        return value;
    }

    public @Nullable String timeZone() {
        return timeZone;
    }

    /** Without what would let somebody use it. */
    public CustomerCard.Point masked(@Nullable String atHand, MaskedNumber.Shown shown) {
        return new CustomerCard.Point(id, kind, Masking.point(kind, value, shown), value.equals(atHand));
    }
}
