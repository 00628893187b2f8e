package org.fairlead.security.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.fairlead.security.AllClients;

/** Hands out the data source that sees every client, to those who may have it. */
@ApplicationScoped
public class DataSources {

    @Resource(lookup = "java:/jdbc/FairleadEngine")
    private DataSource engine;

    @Produces
    @AllClients
    DataSource engine() {
        return engine;
    }
}
