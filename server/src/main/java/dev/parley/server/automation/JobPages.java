package dev.parley.server.automation;

import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The jobs of a workspace, and how far each is. */
@Controller
@RequestMapping("/jobs")
@Needs(Right.READ)
class JobPages {

    private static final int JOBS = 50;
    private static final int TARGETS = 100;

    private final Tenancy tenancy;
    private final ReadJobs read;
    private final Accounts accounts;
    private final ExportTargets export;

    JobPages(Tenancy tenancy, ReadJobs read, Accounts accounts, ExportTargets export) {
        this.tenancy = tenancy;
        this.read = read;
        this.accounts = accounts;
        this.export = export;
    }

    @GetMapping
    ModelAndView list(
            Caller caller,
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable JobId cursor) {
        return tenancy.in(
                caller.workspace(),
                () -> new ModelAndView("automation/jobs")
                        .addObject("jobs", read.page(account, cursor, JOBS))
                        .addObject("listing", new Listing(accounts.all(), account, cursor == null)));
    }

    /** For a form that chooses the account. */
    @GetMapping("/new")
    @Needs(Right.RUN)
    String order(@RequestParam AccountId account) {
        return "redirect:/accounts/" + account + "/jobs/new";
    }

    /** @param after the cursor of the people that are shown */
    @GetMapping("/{id}")
    ModelAndView show(Caller caller, @PathVariable JobId id, @RequestParam(defaultValue = "0") @Min(0) int after) {
        return view("automation/job", caller, id, after);
    }

    /** The part of the page that changes. */
    @GetMapping("/{id}/progress")
    ModelAndView progress(Caller caller, @PathVariable JobId id, @RequestParam(defaultValue = "0") @Min(0) int after) {
        return view("automation/progress", caller, id, after);
    }

    @GetMapping("/{id}/csv")
    void csv(Caller caller, @PathVariable JobId id, HttpServletResponse response) throws IOException {
        export.csv(caller, id, response);
    }

    private ModelAndView view(String template, Caller caller, JobId id, int after) {
        return tenancy.in(caller.workspace(), () -> {
            var job = read.one(id);
            return new ModelAndView(template)
                    .addObject("job", job)
                    .addObject("account", accounts.get(job.accountId()))
                    .addObject("targets", read.targets(id, after, TARGETS))
                    .addObject("after", after);
        });
    }
}
