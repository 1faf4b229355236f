package dev.parley.server.contact;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which words it is recognised that somebody wants no more messages. */
@RestController
@RequestMapping("/api/opt-out-words")
@Needs(value = Right.ADJUST, acrossAccounts = true)
class OptOutApi {

    private final Tenancy tenancy;
    private final OptOutWords words;

    OptOutApi(Tenancy tenancy, OptOutWords words) {
        this.tenancy = tenancy;
        this.words = words;
    }

    /** @param words one alone counts where it is the whole message; several wherever they stand */
    record Words(
            @NotNull @Size(max = OptOutApi.MOST) List<@NotNull @Size(min = 1, max = OptOutApi.LONGEST) String> words) {}

    static final int MOST = 200;
    static final int LONGEST = 100;

    @GetMapping
    @Needs(Right.READ)
    Words get(Caller caller) {
        return new Words(tenancy.in(caller.workspace(), words::all));
    }

    @PutMapping
    Words change(Caller caller, @Valid @RequestBody Words wanted) {
        return new Words(tenancy.in(caller.workspace(), () -> {
            words.change(wanted.words());
            return words.all();
        }));
    }
}
