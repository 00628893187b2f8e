package org.fairlead.security.boundary;

import jakarta.annotation.Priority;
import jakarta.ejb.EJBContext;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.control.TransactionScope;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Enters the caller's client scope before a facade's method. The container has begun the transaction and checked the
 * role by then. Who asks for what is not in the scope is told "not found", and that leaves an audit entry here, in
 * one place, so that no facade can forget it. The entry is the client's whose thing it was.
 */
@ClientScoped
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class ClientScopeInterceptor {

    @Inject
    private TransactionScope scope;

    @Inject
    private Audit audit;

    @AroundInvoke
    @Nullable
    Object inScope(InvocationContext invocation) throws Exception {
        if (scope.isEntered()) {
            return invocation.proceed();
        }
        if (scope.enter(login()).isEmpty()) {
            refused(ClientId.OUTSOURCER, "refused.unknown-login", invocation, "no active person has this login");
            throw new Refused("caller.unknown");
        }
        try {
            return invocation.proceed();
        } catch (NotFound e) {
            ClientId whose = audit.ownerOf(ids(invocation)).orElse(ClientId.OUTSOURCER);
            refused(whose, "refused.not-found", invocation, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static Set<UUID> ids(InvocationContext invocation) {
        return Arrays.stream(invocation.getParameters())
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void refused(ClientId whose, String action, InvocationContext invocation, String what) {
        String facade = invocation.getMethod().getDeclaringClass().getSimpleName();
        String subject = facade + "." + invocation.getMethod().getName();
        audit.recordRefusal(whose, action, subject, Map.of("what", what));
    }

    /** Looked up rather than injected: an interceptor bound by CDI is not an EJB, but runs in the naming context of one. */
    @SuppressWarnings("BanJNDI") // a constant name of the container's own
    private static String login() throws NamingException {
        EJBContext facade = (EJBContext) new InitialContext().lookup("java:comp/EJBContext");
        return facade.getCallerPrincipal().getName();
    }
}
