package org.fairlead.web.pay;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import org.fairlead.collections.CardDoors;
import org.fairlead.collections.Heard;

/** Where the payment provider tells what became of a payment. */
@WebServlet("/payments-told")
public class PaymentsToldServlet extends WordServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient CardDoors cards;

    @Override
    Heard told(String body, String signature) {
        return cards.told(body, signature);
    }
}
