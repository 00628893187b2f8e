package org.fairlead.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.fairlead.web.shell.Viewer;

/** Against requests forged by another site: a form cannot set a header, and a script of another origin may not. */
@Provider
public class UnsafeNeedsHeader implements ContainerRequestFilter {

    static final String HEADER = "X-Fairlead";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private Viewer viewer;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean harmless = SAFE.contains(request.getMethod()) || bearsToken(request);
        if (!harmless && !"1".equals(request.getHeaderString(HEADER))) {
            request.abortWith(Fault.response(403, "header", viewer.getWords().get("shell.api.header")));
        }
    }

    /** A browser sends cookies by itself, a token never. */
    private static boolean bearsToken(ContainerRequestContext request) {
        String authorization = request.getHeaderString("Authorization");
        return authorization != null && authorization.startsWith("Bearer ");
    }
}
