package brume.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import brume.model.ssm.AddTagsToResourceRequest;
import brume.model.ssm.DeleteParametersRequest;
import brume.model.ssm.DescribeParametersRequest;
import brume.model.ssm.GetParameterHistoryRequest;
import brume.model.ssm.GetParameterRequest;
import brume.model.ssm.GetParametersByPathRequest;
import brume.model.ssm.GetParametersByPathResult;
import brume.model.ssm.GetParametersRequest;
import brume.model.ssm.LabelParameterVersionRequest;
import brume.model.ssm.ListTagsForResourceRequest;
import brume.model.ssm.Parameter;
import brume.model.ssm.ParameterMetadata;
import brume.model.ssm.ParameterStringFilter;
import brume.model.ssm.PutParameterRequest;
import brume.model.ssm.RemoveTagsFromResourceRequest;
import brume.model.ssm.SsmModel;
import brume.model.ssm.Tag;
import brume.model.ssm.UnlabelParameterVersionRequest;
import brume.service.Access;
import brume.service.ResourceType.Request;
import brume.ssm.resource.ParameterResource;
import brume.testing.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
  private final Local local = new Local();

  ParameterTest() {
    local.add(Ssm.service(local.store));
  }

  private long put(String name, String value) {
    var input = PutParameterRequest.builder().name(name).type("String").value(value);
    var made = local.invoke(SsmModel.PUT_PARAMETER, input.overwrite(true).build());
    return Objects.requireNonNull(made.version());
  }

  private Parameter get(String name) {
    return Objects.requireNonNull(
        local.invoke(SsmModel.GET_PARAMETER, new GetParameterRequest(name, null)).parameter());
  }

  @Test
  void theLatestVersionIsTheValue() {
    assertThat(put("/shop/port", "80")).isEqualTo(1);
    assertThat(put("/shop/port", "443")).isEqualTo(2);
    var latest = get("/shop/port");
    assertThat(latest.value()).isEqualTo("443");
    assertThat(latest.version()).isEqualTo(2);
    assertThat(latest.arn()).isEqualTo("arn:aws:ssm:us-east-1:000000000000:parameter/shop/port");
    assertThat(get("/shop/port:1").value()).isEqualTo("80");
    assertThat(get("/shop/port:1").selector()).isEqualTo(":1");
    assertThat(get(Objects.requireNonNull(latest.arn()) + ":1").value()).isEqualTo("80");
    assertThatThrownBy(() -> get("/shop/port:3")).hasMessageContaining("could not find version 3");
    assertThatThrownBy(() -> get("/shop/host")).hasMessage("Parameter /shop/host not found.");
  }

  @Test
  void whatIsThereIsNotOverwrittenUnasked() {
    put("port", "80");
    var again = PutParameterRequest.builder().name("port").value("81").type("String").build();
    assertThatThrownBy(() -> local.invoke(SsmModel.PUT_PARAMETER, again))
        .hasMessageStartingWith("The parameter already exists.");
    assertThat(get("port").value()).isEqualTo("80");
    assertThat(get("arn:aws:ssm:us-east-1:000000000000:parameter/port").value()).isEqualTo("80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws-x",
        "/aws/x",
        "ssm",
        "/ssmx",
        "a b",
        "a/b",
        "/a/",
        "/a//b",
        "/",
        "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16"
      })
  void someNamesAreRefused(String name) {
    assertThatThrownBy(() -> put(name, "x")).isInstanceOf(brume.shape.ServiceException.class);
  }

  @Test
  void valuesAreAsTheyMustBe() {
    var narrow = PutParameterRequest.builder().name("n").type("String").allowedPattern("^\\d+$");
    assertThatThrownBy(() -> local.invoke(SsmModel.PUT_PARAMETER, narrow.value("x").build()))
        .hasMessageContaining("allowedPattern: ^\\d+$");
    local.invoke(SsmModel.PUT_PARAMETER, narrow.value("1").build());
    assertThatThrownBy(() -> put("n", "letters")).hasMessageContaining("allowedPattern");
    var list = PutParameterRequest.builder().name("n").value("1").type("StringList");
    assertThatThrownBy(() -> local.invoke(SsmModel.PUT_PARAMETER, list.overwrite(true).build()))
        .hasMessageContaining("type can't be changed");
    var untyped = PutParameterRequest.builder().name("m").value("1").build();
    assertThatThrownBy(() -> local.invoke(SsmModel.PUT_PARAMETER, untyped))
        .hasMessage("A parameter type is required when you create a parameter.");
    var secret = PutParameterRequest.builder().name("s").value("1").type("SecureString").build();
    assertThatThrownBy(() -> local.invoke(SsmModel.PUT_PARAMETER, secret))
        .hasMessage("Brume's Parameter Store does not have type SecureString yet");
  }

  @Test
  void aLargeValueNeedsTheAdvancedTierWhichIsForEver() {
    var large = "x".repeat(4097);
    assertThatThrownBy(() -> put("big", large)).hasMessageContaining("4096 characters");
    var input = PutParameterRequest.builder().name("big").type("String").value(large);
    var made = local.invoke(SsmModel.PUT_PARAMETER, input.tier("Intelligent-Tiering").build());
    assertThat(made.tier()).isEqualTo("Advanced");
    var down = input.tier("Standard").value("x").overwrite(true).build();
    assertThatThrownBy(() -> local.invoke(SsmModel.PUT_PARAMETER, down))
        .hasMessageContaining("can't downgrade");
    assertThatThrownBy(() -> put("big", "x".repeat(8193))).hasMessageContaining("8192");
  }

  @Test
  void aHundredVersionsAreKeptUnlessTheOldestIsLabelled() {
    for (int i = 1; i <= 101; i++) {
      put("many", "v" + i);
    }
    assertThatThrownBy(() -> get("many:1")).hasMessageContaining("could not find version 1");
    assertThat(get("many:2").value()).isEqualTo("v2");
    local.invoke(
        SsmModel.LABEL_PARAMETER_VERSION,
        new LabelParameterVersionRequest(List.of("kept"), "many", 2L));
    assertThatThrownBy(() -> put("many", "more")).hasMessageContaining("Version 2, the oldest");
  }

  @Test
  void aLabelLeadsToOneVersion() {
    put("p", "old");
    put("p", "new");
    var labels = List.of("live", "1st", "aws-x");
    var first =
        local.invoke(
            SsmModel.LABEL_PARAMETER_VERSION, new LabelParameterVersionRequest(labels, "p", 1L));
    assertThat(first.invalidLabels()).containsExactly("1st", "aws-x");
    assertThat(get("p:live").value()).isEqualTo("old");
    local.invoke(
        SsmModel.LABEL_PARAMETER_VERSION,
        new LabelParameterVersionRequest(List.of("live"), "p", null));
    assertThat(get("p:live").value()).isEqualTo("new");
    var history =
        local.invoke(
            SsmModel.GET_PARAMETER_HISTORY, new GetParameterHistoryRequest(null, "p", null, null));
    assertThat(Objects.requireNonNull(history.parameters()))
        .extracting("value")
        .containsExactly("old", "new");
    var gone =
        local.invoke(
            SsmModel.UNLABEL_PARAMETER_VERSION,
            new UnlabelParameterVersionRequest(List.of("live", "other"), "p", 2L));
    assertThat(gone.removedLabels()).containsExactly("live");
    assertThat(gone.invalidLabels()).containsExactly("other");
    assertThatThrownBy(() -> get("p:live")).hasMessageContaining("could not find version live");
  }

  private List<String> under(String path, boolean recursive, int pageSize) {
    var names = new ArrayList<String>();
    String token = null;
    do {
      GetParametersByPathResult page =
          local.invoke(
              SsmModel.GET_PARAMETERS_BY_PATH,
              GetParametersByPathRequest.builder()
                  .path(path)
                  .recursive(recursive)
                  .maxResults(pageSize)
                  .nextToken(token)
                  .build());
      Objects.requireNonNull(page.parameters()).stream().map(Parameter::name).forEach(names::add);
      token = page.nextToken();
    } while (token != null);
    return names;
  }

  @Test
  void aPathHoldsWhatLiesUnderIt() {
    for (var name : List.of("/a", "/a/b", "/a/b/c", "/a/b/d", "/a/x/y", "/ab/c", "plain")) {
      put(name, "v");
    }
    assertThat(under("/a", false, 10)).containsExactly("/a/b");
    for (int pageSize = 1; pageSize <= 4; pageSize++) {
      assertThat(under("/a/", true, pageSize))
          .containsExactly("/a/b", "/a/b/c", "/a/b/d", "/a/x/y");
    }
    assertThat(under("/", false, 10)).containsExactly("/a");
    assertThat(under("/", true, 10)).hasSize(6);
    assertThatThrownBy(() -> under("a", true, 1)).hasMessageContaining("forward slash");
  }

  @Test
  void parametersAreDescribedWithoutTheirValues() {
    put("/a/b", "v");
    put("/a/c/d", "v");
    put("other", "v");
    assertThat(described(null)).containsExactly("/a/b", "/a/c/d", "other");
    assertThat(described(filter("Name", "BeginsWith", "/a"))).containsExactly("/a/b", "/a/c/d");
    assertThat(described(filter("Name", "Contains", "the"))).containsExactly("other");
    assertThat(described(filter("Path", "OneLevel", "/a"))).containsExactly("/a/b");
    assertThat(described(filter("Path", "Recursive", "/a"))).hasSize(2);
    assertThat(described(filter("Type", null, "StringList"))).isEmpty();
    assertThat(described(filter("Tier", "Equals", "Standard"))).hasSize(3);
    assertThatThrownBy(() -> described(filter("Tier", "Contains", "S")))
        .hasMessageContaining("filter option");
    assertThatThrownBy(() -> described(filter("tag:x", null, "S")))
        .hasMessageContaining("does not have the filter tag:x");
  }

  private static ParameterStringFilter filter(
      String key, @org.jspecify.annotations.Nullable String option, String value) {
    return new ParameterStringFilter(key, option, List.of(value));
  }

  private List<String> described(@org.jspecify.annotations.Nullable ParameterStringFilter filter) {
    var input =
        DescribeParametersRequest.builder()
            .parameterFilters(filter == null ? null : List.of(filter))
            .build();
    return Objects.requireNonNull(local.invoke(SsmModel.DESCRIBE_PARAMETERS, input).parameters())
        .stream()
        .map(ParameterMetadata::name)
        .map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void severalAreReadAndDeletedAtOnce() {
    put("a", "1");
    put("b", "2");
    var names = List.of("a", "b:1", "c");
    var read = local.invoke(SsmModel.GET_PARAMETERS, new GetParametersRequest(names, null));
    assertThat(read.invalidParameters()).containsExactly("c");
    assertThat(Objects.requireNonNull(read.parameters()))
        .extracting("value")
        .containsExactly("1", "2");
    var gone =
        local.invoke(SsmModel.DELETE_PARAMETERS, new DeleteParametersRequest(List.of("a", "c")));
    assertThat(gone.deletedParameters()).containsExactly("a");
    assertThat(gone.invalidParameters()).containsExactly("c");
    assertThat(put("a", "anew")).isEqualTo(1);
  }

  @Test
  void tagsComeAndGo() {
    put("/t", "v");
    var tags = List.of(new Tag("k", "1"), new Tag("l", "2"));
    local.invoke(
        SsmModel.ADD_TAGS_TO_RESOURCE, new AddTagsToResourceRequest("/t", "Parameter", tags));
    local.invoke(
        SsmModel.REMOVE_TAGS_FROM_RESOURCE,
        new RemoveTagsFromResourceRequest("/t", "Parameter", List.of("l")));
    assertThat(tags("/t")).containsExactly(new Tag("k", "1"));
    assertThatThrownBy(() -> tags("/u")).hasMessageContaining("resource ID \"/u\" is not valid");
  }

  private List<Tag> tags(String name) {
    return Objects.requireNonNull(
        local
            .invoke(
                SsmModel.LIST_TAGS_FOR_RESOURCE, new ListTagsForResourceRequest(name, "Parameter"))
            .tagList());
  }

  @Test
  void aCallerNeedsTheParameterItself() {
    put("/shop/port", "80");
    get("/shop/port:1");
    var need = local.asked().getLast().needs().getFirst();
    assertThat(need.action()).isEqualTo("ssm:GetParameter");
    assertThat(need.resource()).isEqualTo("arn:aws:ssm:us-east-1:000000000000:parameter/shop/port");
    under("/shop", true, 1);
    assertThat(local.asked().getLast())
        .isEqualTo(
            Access.to(
                    "ssm:GetParametersByPath", "arn:aws:ssm:us-east-1:000000000000:parameter/shop")
                .where("ssm:Recursive", "true"));
  }

  @Test
  void aTemplateMakesAParameter() {
    var type = new ParameterResource();
    var call = local.call();
    var before = Json.object("Type", Json.of("String"), "Value", Json.of("1"));
    var request = new Request("stack", "Port", "TOKEN", before, Map.of("team", "a"));
    var made = type.create(call, request);
    assertThat(made.physicalId()).isEqualTo("CFN-Port-TOKEN");
    assertThat(made.attributes()).containsEntry("Value", Json.of("1"));
    assertThat(type.create(call, request)).isEqualTo(made);
    var after = before.with("Value", Json.of("2"));
    var next = new Request("stack", "Port", "OTHER", after, Map.of("team", "b"));
    assertThat(type.update(call, made, before, next).attributes())
        .containsEntry("Value", Json.of("2"));
    assertThat(tags("CFN-Port-TOKEN")).containsExactly(new Tag("team", "b"));
    type.delete(call, made, after);
    type.delete(call, made, after);
    assertThatThrownBy(() -> get("CFN-Port-TOKEN")).hasMessageContaining("not found");
  }
}
