package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.SessionSnapshot;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceTest {

    private final Device device = Device.create(new SecureRandom());

    @Test
    void computes_the_check_number_of_the_sign_in_form() {
        assertThat(Jazoest.of("a4f89d50-05c2-4094-9541-d7364281b108")).isEqualTo("22133");
    }

    @Test
    void has_ids_of_the_forms_that_the_app_has() {
        assertThat(UUID.fromString(device.uuid()).version()).isEqualTo(4);
        assertThat(UUID.fromString(device.phoneId()).variant()).isEqualTo(2);
        assertThat(device.androidId()).matches("android-[0-9a-f]{16}");
        assertThat(device.userAgent())
                .isEqualTo(
                        "Instagram 428.0.0.47.67 Android (34/14; 480dpi; 1344x2992; Google; Pixel 8 Pro; husky; husky;"
                                + " en_US; 961145276)");
    }

    @Test
    void differs_from_another_one_by_its_ids_alone() {
        Map<String, String> other =
                new HashMap<>(Device.create(new SecureRandom()).identity().properties());
        other.entrySet().removeAll(device.identity().properties().entrySet());

        assertThat(other).containsOnlyKeys("uuid", "phone_id", "advertising_id", "android_device_id");
    }

    @Test
    void is_not_made_up_where_an_identity_is_lost() {
        Map<String, String> lost = new HashMap<>(device.identity().properties());
        lost.remove("uuid");

        assertThatThrownBy(() -> new Device(new DeviceIdentity("mobile", lost)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uuid");
        assertThatThrownBy(() -> new Device(
                        new DeviceIdentity("browser", device.identity().properties())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_not_worked_from_by_another_drivers_session() {
        SessionSnapshot foreign =
                new SessionSnapshot("browser", TestingAppApi.ACCOUNT, "alma", device.identity(), null, "{}");
        try (var api = new TestingAppApi()) {
            assertThatThrownBy(() -> api.driver().open(foreign)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> api.driver().open(api.signedIn().session().withState("{\"secret\":1}")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
        }
    }
}
