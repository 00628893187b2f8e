package org.fairlead.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** On the way to the page that says "not for your role": the try is written down. */
@WebFilter(urlPatterns = "/WEB-INF/errors/403.xhtml", dispatcherTypes = DispatcherType.ERROR)
public class ForbiddenPages implements Filter {

    @Inject
    private ForbiddenTrail trail;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (!isForbidden(http.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE))) {
            chain.doFilter(request, response);
            return;
        }
        Object asked = http.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        trail.record(http, asked == null ? http.getRequestURI() : asked.toString(), http.getQueryString());
        chain.doFilter(request, response);
    }

    /** A rule of the business that says no is shown on the same page, but nobody asked for what is not theirs. */
    static boolean isForbidden(@Nullable Object exceptionType) {
        return !(exceptionType instanceof Class<?> type && Refused.class.isAssignableFrom(type));
    }
}
