package org.fairlead.web.pay;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import org.fairlead.collections.DeliveryDoors;
import org.fairlead.collections.Heard;

/** Where providers of messages tell what became of one. */
@WebServlet("/messages-told")
public class MessagesToldServlet extends WordServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient DeliveryDoors deliveries;

    @Override
    Heard told(String body, String signature) {
        return deliveries.told(body, signature);
    }
}
