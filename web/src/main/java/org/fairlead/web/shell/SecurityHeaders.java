package org.fairlead.web.shell;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers that close what a browser would otherwise leave open. Pages get their content security policy from
 * PrimeFaces, which puts the request's nonce in (web.xml); everything else gets one that allows nothing.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        String path = ((HttpServletRequest) request).getRequestURI();
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Referrer-Policy", "same-origin");
        http.setHeader("X-Frame-Options", "DENY");
        http.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
        if (path.startsWith("/_static/")) {
            http.setHeader("Cache-Control", FOREVER);
        } else if (path.startsWith("/assets/")) {
            http.setHeader("Cache-Control", "no-cache");
        } else if (path.startsWith("/api/")) {
            http.setHeader("Cache-Control", "no-store");
            http.setHeader("Content-Security-Policy", NOTHING);
        } else if (path.endsWith(".xhtml")) {
            http.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
