package dev.parley.server.schedule;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A schedule as nodes run it, at times that the test says. */
public final class TestingSchedules {

    private static final long VERSION = 1;

    private final TestingParley parley;
    private final ScheduleId id;
    private final WorkspaceId workspace;

    public TestingSchedules(TestingParley parley, String id) {
        this.parley = parley;
        this.id = ScheduleId.of(id);
        this.workspace = new WorkspaceId(parley.database()
                .owner()
                .sql("select workspace_id from schedules where id = :id")
                .param("id", this.id.value())
                .query(UUID.class)
                .single());
    }

    /** It was to come some days ago, while no node ran. */
    public void miss() {
        parley.database()
                .owner()
                .sql("update schedules set next_at = now() - interval '3 days' where id = :id")
                .param("id", id.value())
                .update();
    }

    /** What the scheduler sees of it. */
    public void wake() {
        parley.database()
                .owner()
                .sql(
                        "update scheduled_tasks set execution_time = now() where task_name = 'schedule' and task_instance = :id")
                .param("id", id.toString())
                .update();
    }

    public void run() {
        parley.bean(RunSchedule.class).ifDue(workspace, id, VERSION);
    }

    public void runOnTwoNodesAtOnce() throws InterruptedException {
        Callable<Boolean> run = () -> {
            run();
            return true;
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            nodes.invokeAll(List.of(run, run)).forEach(Future::resultNow);
        }
    }

    /** Its node dies when everything is written and nothing committed. */
    public void dieHalfWay() {
        parley.bean(Tenancy.class).run(workspace, () -> {
            run();
            throw new IllegalStateException("killed");
        });
    }
}
