package dev.parley.server.conversation;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people of a workspace often say, prepared. */
@RestController
@RequestMapping("/api/canned-answers")
@Needs(value = Right.RUN, acrossAccounts = true)
class CannedAnswerApi {

    static final int LONGEST_TITLE = 100;
    static final int LONGEST_TEXT = 2_000;

    private final Tenancy tenancy;
    private final CannedAnswers answers;

    CannedAnswerApi(Tenancy tenancy, CannedAnswers answers) {
        this.tenancy = tenancy;
        this.answers = answers;
    }

    @GetMapping
    @Needs(Right.READ)
    All all(Caller caller) {
        return new All(tenancy.in(caller.workspace(), answers::all));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CannedAnswer add(Caller caller, @Valid @RequestBody Text text) {
        return tenancy.in(caller.workspace(), () -> answers.put(text.of(CannedAnswerId.create())));
    }

    @PutMapping("/{id}")
    CannedAnswer change(Caller caller, @PathVariable CannedAnswerId id, @Valid @RequestBody Text text) {
        return tenancy.in(caller.workspace(), () -> {
            answers.get(id);
            return answers.put(text.of(id));
        });
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable CannedAnswerId id) {
        tenancy.run(caller.workspace(), () -> answers.remove(id));
    }

    record All(List<CannedAnswer> items) {}

    /** @param content with {@code {name}} and {@code {username}} where the person's name is put in */
    record Text(
            @NotBlank @Size(max = LONGEST_TITLE) String title,
            @NotBlank @Size(max = LONGEST_TEXT) String content) {

        CannedAnswer of(CannedAnswerId id) {
            return new CannedAnswer(id, title.strip(), content);
        }
    }
}
