package org.fairlead.itests.server;

import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.fairlead.client.Clients;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** What a test has in the server: the facades of the deployable that runs there, people to call them as, the database. */
final class InServer {

    private InServer() {}

    /** The tests, in an archive of their own beside the deployable, which stays as it was built. */
    static WebArchive beside(String name, Class<?> test) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addClasses(test, InServer.class)
                .addAsLibraries(jarOf(Assertions.class))
                .addAsWebInfResource(
                        new StringAsset(
                                """
                                <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
                                  <deployment>
                                    <dependencies>
                                      <module name="deployment.fairlead.ear"/>
                                      <module name="deployment.fairlead.ear.fairlead-ejb.jar"/>
                                      <module name="org.wildfly.security.elytron"/>
                                    </dependencies>
                                  </deployment>
                                </jboss-deployment-structure>
                                """),
                        "jboss-deployment-structure.xml");
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** Calls as somebody who has logged in with that role, in the security domain of the deployable. */
    static <T> T as(String login, String role, Callable<T> call) throws Exception {
        SecurityIdentity person =
                domain().createAdHocIdentity(login).withDefaultRoleMapper(RoleMapper.constant(Roles.of(role)));
        return person.runAs(call);
    }

    /** A facade of the deployable, as its local view has it. */
    static <T> T facade(String bean, Class<T> view) throws NamingException {
        return view.cast(
                new InitialContext().lookup("java:global/fairlead/fairlead-ejb/" + bean + "!" + view.getName()));
    }

    /** The first column of the first row; in the transaction of the thread, if there is one. */
    static String ask(String source, String sql, Object... values) throws NamingException, SQLException {
        DataSource database = (DataSource) new InitialContext().lookup(source);
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                question.setObject(i + 1, values[i]);
            }
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? String.valueOf(row.getString(1)) : "";
            }
        }
    }

    /** Every role that there is. */
    static Set<String> roles() {
        return Set.of("agent", "supervisor", "account-manager", "bpo-admin", "compliance-officer", "integration");
    }

    private static SecurityDomain domain() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Clients.class.getClassLoader());
        try {
            return SecurityDomain.getCurrent();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
