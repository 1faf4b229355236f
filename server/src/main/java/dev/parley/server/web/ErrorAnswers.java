package dev.parley.server.web;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a refusal becomes an answer: a page for browsers, problem JSON for programs. */
@Component
public class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final JsonMapper json;
    private final TemplateEngine pages;
    private final ApplicationEventPublisher events;

    ErrorAnswers(JsonMapper json, TemplateEngine pages, ApplicationEventPublisher events) {
        this.json = json;
        this.pages = pages;
        this.events = events;
    }

    public void send(Throwable failed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted() || isCallerGone(failed)) {
            LOG.debug("Nobody to tell of a failure", failed);
            return;
        }
        response.resetBuffer();
        if (failed instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", method.getSupportedMethods()));
        }
        var refusal = refusal(failed, request);
        events.publishEvent(new CallRefused(refusal.code(), request));
        send(Problem.of(refusal), request, response);
    }

    private static boolean isCallerGone(Throwable failed) {
        return Stream.iterate(failed, link -> link != null, Throwable::getCause)
                .anyMatch(link -> link.getClass().getSimpleName().equals("ClientAbortException"));
    }

    private BotException refusal(Throwable failed, HttpServletRequest request) {
        var refusal = Refusals.of(failed);
        if (refusal != null) {
            LOG.atDebug().addKeyValue("error_code", refusal.code()).log("{}", refusal.getMessage());
            return refusal;
        }
        LOG.atError()
                .addKeyValue("error_code", ErrorCode.BUG)
                .setCause(failed)
                .log("{} {} failed", request.getMethod(), request.getRequestURI());
        events.publishEvent(new BugFound(failed, request.getMethod(), request.getRequestURI(), Correlation.current()));
        return Refusals.refuse(ErrorCode.BUG);
    }

    private void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        if (problem.retryAfterS() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, problem.retryAfterS().toString());
        }
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED && !wantsPage(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var body = wantsPage(request) ? page(problem, request, response) : json(problem, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return !isApi(request) && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private byte[] page(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var html = new StringOutput();
        pages.render("web/error.jte", problem, html);
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] json(Problem problem, HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        return json.writeValueAsBytes(problem);
    }
}
