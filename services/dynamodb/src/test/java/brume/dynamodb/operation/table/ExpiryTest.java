package brume.dynamodb.operation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.DescribeTimeToLiveInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.StreamSpecification;
import brume.model.dynamodb.TimeToLiveSpecification;
import brume.model.dynamodb.UpdateTimeToLiveInput;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {
  private static final long NOW = Local.NOW.getEpochSecond();

  private final Local local = new Local();

  @BeforeEach
  void create() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S")
            .streamSpecification(new StreamSpecification(true, "OLD_IMAGE"))
            .build());
  }

  @Test
  void itemsExpire() {
    local.put("T", "p", "before", "until", NOW + 10);
    assertThat(status()).isEqualTo("DISABLED");
    set("until", true);
    assertThat(status()).isEqualTo("ENABLING");
    local.put("T", "p", "soon", "until", NOW + 10);
    local.put("T", "p", "later", "until", NOW + 1000);
    local.put("T", "p", "moved", "until", NOW + 10);
    local.put("T", "p", "moved", "until", NOW + 1000);
    local.put("T", "p", "text", "until", "soon");
    local.put("T", "p", "old", "until", NOW - Duration.ofDays(6 * 365).toSeconds());
    local.work();
    assertThat(status()).isEqualTo("ENABLED");
    assertThat(local.get("T", "p", "soon")).isNotNull();

    local.clock.advance(Duration.ofSeconds(11));
    local.work();

    assertThat(local.get("T", "p", "before")).isNull();
    assertThat(local.get("T", "p", "soon")).isNull();
    for (var kept : List.of("later", "moved", "text", "old")) {
      assertThat(local.get("T", "p", kept)).as(kept).isNotNull();
    }
    var removed =
        local.records("T").stream().filter(each -> each.eventName().equals("REMOVE")).toList();
    assertThat(removed).hasSize(2);
    assertThat(removed.getFirst().userIdentity().type()).isEqualTo("Service");
    assertThat(removed.getFirst().userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
  }

  @Test
  void expiryEnds() {
    set("until", true);
    local.put("T", "p", "soon", "until", NOW + 10);
    set("until", false);
    local.clock.advance(Duration.ofSeconds(20));
    local.work();
    assertThat(local.get("T", "p", "soon")).isNotNull();
    set("until", true);
    local.work();
    assertThat(local.get("T", "p", "soon")).isNull();
  }

  @Test
  void settingsMustFit() {
    assertThatThrownBy(() -> set("until", false)).hasMessage("TimeToLive is already disabled");
    set("until", true);
    assertThatThrownBy(() -> set("until", true)).hasMessage("TimeToLive is already enabled");
    assertThatThrownBy(() -> set("other", true))
        .hasMessage(
            "TimeToLive is active on a different AttributeName: current AttributeName is until");
  }

  private void set(String attribute, boolean enabled) {
    local.invoke(
        DynamoDbModel.UPDATE_TIME_TO_LIVE,
        new UpdateTimeToLiveInput("T", new TimeToLiveSpecification(attribute, enabled)));
  }

  private String status() {
    return local
        .invoke(DynamoDbModel.DESCRIBE_TIME_TO_LIVE, new DescribeTimeToLiveInput("T"))
        .timeToLiveDescription()
        .timeToLiveStatus();
  }
}
