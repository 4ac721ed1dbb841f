package brume.cloudwatch;

import static brume.cloudwatch.CloudWatchLocal.dimensions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.cloudwatch.resource.AlarmResource;
import brume.cloudwatch.watch.Acting;
import brume.identity.Principal;
import brume.json.Json;
import brume.model.cloudwatch.AlarmHistoryItem;
import brume.model.cloudwatch.CloudWatchModel;
import brume.model.cloudwatch.DeleteAlarmsInput;
import brume.model.cloudwatch.DescribeAlarmHistoryInput;
import brume.model.cloudwatch.DescribeAlarmsForMetricInput;
import brume.model.cloudwatch.DescribeAlarmsInput;
import brume.model.cloudwatch.DisableAlarmActionsInput;
import brume.model.cloudwatch.ListTagsForResourceInput;
import brume.model.cloudwatch.Metric;
import brume.model.cloudwatch.MetricAlarm;
import brume.model.cloudwatch.MetricDataQuery;
import brume.model.cloudwatch.MetricStat;
import brume.model.cloudwatch.PutMetricAlarmInput;
import brume.model.cloudwatch.SetAlarmStateInput;
import brume.model.cloudwatch.Tag;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Outbox;
import brume.service.Owed;
import brume.service.ResourceType.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private static final String FUNCTION =
      "arn:aws:lambda:us-east-1:000000000000:function:page-somebody";

  private final CloudWatchLocal cloud = new CloudWatchLocal();

  /// Late enough in a minute that the next evaluation has all of it.
  @BeforeEach
  void wait30Seconds() {
    cloud.local.clock.advance(Duration.ofSeconds(30));
  }

  private static PutMetricAlarmInput.Builder alarm(String name) {
    return PutMetricAlarmInput.builder()
        .alarmName(name)
        .namespace("Shop")
        .metricName("Errors")
        .statistic("Sum")
        .period(60)
        .evaluationPeriods(1)
        .threshold(2.0)
        .comparisonOperator("GreaterThanThreshold");
  }

  private void put(PutMetricAlarmInput.Builder alarm) {
    cloud.invoke(CloudWatchModel.PUT_METRIC_ALARM, alarm.build());
  }

  private MetricAlarm described(String name) {
    return cloud
        .invoke(
            CloudWatchModel.DESCRIBE_ALARMS,
            DescribeAlarmsInput.builder().alarmNames(List.of(name)).build())
        .metricAlarms()
        .getFirst();
  }

  private String watched(String name) throws InterruptedException {
    cloud.local.clock.advance(Duration.ofMinutes(1));
    cloud.run("cloudwatch-alarms");
    return Objects.requireNonNull(described(name).stateValue());
  }

  private List<String> history(String name) {
    return cloud
        .invoke(
            CloudWatchModel.DESCRIBE_ALARM_HISTORY,
            DescribeAlarmHistoryInput.builder()
                .alarmName(name)
                .scanBy("TimestampAscending")
                .build())
        .alarmHistoryItems()
        .stream()
        .map(AlarmHistoryItem::historySummary)
        .toList();
  }

  @Test
  void anAlarmFollowsItsMetric() throws InterruptedException {
    put(alarm("errors"));
    assertThat(described("errors").stateReason()).isEqualTo("Unchecked: Initial alarm creation");
    assertThat(watched("errors")).isEqualTo("INSUFFICIENT_DATA");
    cloud.put("Errors", cloud.now(), 3);
    assertThat(watched("errors")).isEqualTo("ALARM");
    assertThat(described("errors").stateReason()).contains("[3.0]");
    cloud.put("Errors", cloud.now(), 2);
    assertThat(watched("errors")).isEqualTo("OK");
    assertThat(history("errors"))
        .containsExactly(
            "Alarm \"errors\" created",
            "Alarm updated from INSUFFICIENT_DATA to ALARM",
            "Alarm updated from ALARM to OK");
  }

  @Test
  void aFormulaIsWatched() throws InterruptedException {
    put(
        alarm("rate")
            .namespace(null)
            .metricName(null)
            .statistic(null)
            .period(null)
            .threshold(0.5)
            .metrics(
                List.of(
                    query("errors", "Errors"),
                    query("orders", "Orders"),
                    MetricDataQuery.builder().id("rate").expression("errors / orders").build())));
    cloud.put("Errors", cloud.now(), 6);
    cloud.put("Orders", cloud.now(), 10);
    assertThat(watched("rate")).isEqualTo("ALARM");
  }

  private static MetricDataQuery query(String id, String metric) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(
            MetricStat.builder()
                .metric(new Metric(null, metric, "Shop"))
                .period(60)
                .stat("Sum")
                .build())
        .returnData(false)
        .build();
  }

  @Test
  void aFunctionIsInvokedOncePerChange() throws InterruptedException {
    var calls = new ArrayList<Call>();
    var told = new ArrayList<InvocationRequest>();
    cloud.local.answer(
        LambdaModel.INVOKE,
        (call, input) -> {
          calls.add(call);
          told.add(input);
          return InvocationResponse.builder().statusCode(202).build();
        });
    put(alarm("errors").alarmActions(List.of(FUNCTION)));
    cloud.put("Errors", cloud.now(), 3);
    assertThat(watched("errors")).isEqualTo("ALARM");
    deliver();
    assertThat(told).hasSize(1);
    assertThat(calls.getFirst().caller())
        .isEqualTo(new Principal.Service("lambda.alarms.cloudwatch.amazonaws.com"));
    assertThat(told.getFirst().functionName()).isEqualTo(FUNCTION);
    var event = (Json.Obj) Json.parse(Objects.requireNonNull(told.getFirst().payload()).toUtf8());
    assertThat(event.get("source")).isEqualTo(Json.of("aws.cloudwatch"));
    assertThat(event.print())
        .contains(
            "\"alarmName\":\"errors\"", "\"value\":\"ALARM\"", "\"value\":\"INSUFFICIENT_DATA\"");
    assertThat(history("errors").getLast()).isEqualTo("Successfully executed action " + FUNCTION);
  }

  @Test
  void aFailedActionIsNoted() throws InterruptedException {
    cloud.local.answer(
        LambdaModel.INVOKE,
        (_, _) -> {
          throw LambdaError.RESOURCE_NOT_FOUND_EXCEPTION.because("Function not found");
        });
    put(alarm("errors").okActions(List.of(FUNCTION)));
    set("errors", "OK");
    deliver();
    assertThat(history("errors").getLast()).startsWith("Failed to execute action " + FUNCTION);
  }

  @Test
  void actionsCanBeSwitchedOff() throws InterruptedException {
    put(alarm("errors").alarmActions(List.of(FUNCTION)));
    cloud.invoke(
        CloudWatchModel.DISABLE_ALARM_ACTIONS, new DisableAlarmActionsInput(List.of("errors")));
    set("errors", "ALARM");
    assertThat(deliver()).isZero();
    assertThat(described("errors").actionsEnabled()).isFalse();
  }

  private void set(String name, String state) {
    cloud.invoke(
        CloudWatchModel.SET_ALARM_STATE,
        SetAlarmStateInput.builder()
            .alarmName(name)
            .stateValue(state)
            .stateReason("a test")
            .build());
  }

  /// Carries out what is owed, and tells how much it was.
  private int deliver() throws InterruptedException {
    cloud.local.clock.advance(Duration.ofSeconds(1));
    var owed = new ArrayList<Owed>();
    try (var snapshot = cloud.local.store.snapshot();
        var cursor = snapshot.scan(Outbox.ROOT.children())) {
      while (cursor.next()) {
        owed.add(Outbox.decode(cursor.value()));
      }
    }
    for (var one : owed) {
      Delivery acting =
          cloud.service.deliveries().stream()
              .filter(Acting.class::isInstance)
              .findFirst()
              .orElseThrow();
      assertThat(acting.deliver(cloud.local.call(), one)).isInstanceOf(Delivery.Outcome.Done.class);
    }
    return owed.size();
  }

  @Test
  void alarmsAreFound() {
    put(alarm("a1").tags(List.of(new Tag("team", "red"))));
    put(alarm("a2").dimensions(dimensions("Till", "1")));
    put(alarm("b"));
    var all = DescribeAlarmsInput.builder();
    assertThat(names(all.alarmNamePrefix("a"))).containsExactly("a1", "a2");
    var first =
        cloud.invoke(
            CloudWatchModel.DESCRIBE_ALARMS, DescribeAlarmsInput.builder().maxRecords(2).build());
    assertThat(names(DescribeAlarmsInput.builder().nextToken(first.nextToken())))
        .containsExactly("b");
    var onTill =
        DescribeAlarmsForMetricInput.builder()
            .namespace("Shop")
            .metricName("Errors")
            .dimensions(dimensions("Till", "1"))
            .build();
    assertThat(cloud.invoke(CloudWatchModel.DESCRIBE_ALARMS_FOR_METRIC, onTill).metricAlarms())
        .extracting(MetricAlarm::alarmName)
        .containsExactly("a2");
    var arn = Objects.requireNonNull(described("a1").alarmArn());
    assertThat(arn).isEqualTo("arn:aws:cloudwatch:us-east-1:000000000000:alarm:a1");
    assertThat(
            cloud
                .invoke(CloudWatchModel.LIST_TAGS_FOR_RESOURCE, new ListTagsForResourceInput(arn))
                .tags())
        .containsExactly(new Tag("team", "red"));
    cloud.invoke(CloudWatchModel.DELETE_ALARMS, new DeleteAlarmsInput(List.of("a1", "none")));
    assertThat(names(DescribeAlarmsInput.builder())).containsExactly("a2", "b");
  }

  private List<String> names(DescribeAlarmsInput.Builder wanted) {
    return cloud.invoke(CloudWatchModel.DESCRIBE_ALARMS, wanted.build()).metricAlarms().stream()
        .map(MetricAlarm::alarmName)
        .toList();
  }

  @Test
  void whatAnAlarmCannotDoIsRefused() {
    assertThatThrownBy(
            () -> put(alarm("a").alarmActions(List.of("arn:aws:sns:us-east-1:000000000000:t"))))
        .hasMessageContaining("does not have the alarm action arn:aws:sns");
    assertThatThrownBy(() -> put(alarm("a").statistic(null)))
        .hasMessageContaining("Exactly one of the parameters Statistic and ExtendedStatistic");
    assertThatThrownBy(() -> put(alarm("a").datapointsToAlarm(2)))
        .hasMessageContaining("must not be greater than EvaluationPeriods");
    assertThatThrownBy(() -> put(alarm("a").period(45))).hasMessageContaining("multiple of 60");
    assertThatThrownBy(() -> put(alarm("a").evaluationPeriods(2000)))
        .hasMessageContaining("more than a day");
  }

  @Test
  void aTemplateMakesAlarms() {
    var type = new AlarmResource();
    var properties =
        (Json.Obj)
            Json.parse(
                """
                {"Namespace": "Shop", "MetricName": "Errors", "Statistic": "Sum", "Period": "60",
                 "EvaluationPeriods": 1, "Threshold": 1, "OKActions": [],
                 "Dimensions": [{"Name": "Till", "Value": "1"}],
                 "ComparisonOperator": "GreaterThanThreshold"}
                """);
    var request = new Request("stack", "Errors", "TOKEN", properties, Map.of("stack", "s"));
    var made = type.create(cloud.local.call(), request);
    assertThat(made.physicalId()).isEqualTo("stack-Errors-TOKEN");
    assertThat(made.attributes().get("Arn"))
        .isEqualTo(Json.of(described("stack-Errors-TOKEN").alarmArn()));
    var changed = properties.with("Threshold", Json.of("7"));
    type.update(
        cloud.local.call(),
        made,
        properties,
        new Request("stack", "Errors", "TOKEN", changed, Map.of("other", "t")));
    assertThat(described("stack-Errors-TOKEN").threshold()).isEqualTo(7);
    type.delete(cloud.local.call(), made, changed);
    assertThat(names(DescribeAlarmsInput.builder())).isEmpty();
  }
}
