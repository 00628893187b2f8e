package org.fairlead.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** Sets the status of an error page: an exception that a page throws arrives here as 500, whatever it means. */
@Named
@RequestScoped
public class ErrorPage {

    public void status(int code) {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        if (!external.isResponseCommitted()) {
            external.setResponseStatus(code);
        }
    }
}
