package dev.parley.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container refused by itself, in our words too. */
@Controller
class ContainerErrors implements ErrorController {

    private final ErrorAnswers answers;

    ContainerErrors(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    @Needs(Right.NOTHING)
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.send(failure(request), request, response);
    }

    private static Throwable failure(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failed) {
            return failed;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Refusals.byStatus(status)
                : Refusals.byStatus(HttpServletResponse.SC_NOT_FOUND);
    }
}
