package brume.cloudformation;

import brume.cloudformation.data.StackChange;
import brume.identity.Principal;
import brume.model.cloudformation.CloudFormationModel;
import brume.model.cloudformation.CreateChangeSetInput;
import brume.model.cloudformation.CreateStackInput;
import brume.model.cloudformation.DeleteStackInput;
import brume.model.cloudformation.DescribeChangeSetInput;
import brume.model.cloudformation.DescribeChangeSetOutput;
import brume.model.cloudformation.DescribeStackEventsInput;
import brume.model.cloudformation.DescribeStacksInput;
import brume.model.cloudformation.ExecuteChangeSetInput;
import brume.model.cloudformation.Output;
import brume.model.cloudformation.Parameter;
import brume.model.cloudformation.Stack;
import brume.model.cloudformation.StackEvent;
import brume.model.cloudformation.UpdateStackInput;
import brume.service.Outbox;
import brume.service.Owed;
import brume.service.Service;
import brume.service.Site;
import brume.store.Locks;
import brume.store.Store;
import brume.testing.Local;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// CloudFormation and things, on a store in memory, where what is owed is delivered when a test
/// says so.
public final class Stage {
  public final Local local = new Local();
  public final Things things = new Things();
  public final Store store;
  private Service service;

  public Stage() {
    this(store -> store);
  }

  /// @param around what is put between the service and its store
  public Stage(Function<Store, Store> around) {
    store = around.apply(local.store);
    service = CloudFormation.service(store, local.platform, () -> List.of(things));
    local.add(service);
  }

  /// As after a crash: nothing but the store is remembered.
  public void restart() {
    service = CloudFormation.service(store, local.platform, () -> List.of(things));
    local.add(service);
  }

  /// The site that takes the replies of custom resources.
  public Site replies() {
    return service.sites().getFirst();
  }

  /// Delivers all that is owed, and what comes to be owed by that.
  public void deliver() {
    try {
      for (var owed = owed(); !owed.isEmpty(); owed = owed()) {
        for (var entry : owed.entrySet()) {
          service.deliveries().getFirst().deliver(call(), entry.getValue());
          local.store.transact(
              Locks.NONE,
              transaction -> {
                transaction.delete(entry.getKey().bytes());
                return entry;
              });
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private brume.service.Call call() {
    return local.platform.call(Principal.anonymous(), Local.SCOPE);
  }

  private Map<brume.store.Key, Owed> owed() {
    var owed = new LinkedHashMap<brume.store.Key, Owed>();
    try (var snapshot = local.store.snapshot();
        var cursor = snapshot.scan(Outbox.ROOT.children())) {
      while (cursor.next()) {
        var each = Outbox.decode(cursor.value());
        if (each.kind().equals(StackChange.DEPLOY)) {
          owed.put(new brume.store.Key(cursor.key()), each);
        }
      }
    }
    return owed;
  }

  /// Begins a stack; names and values of parameters in turn.
  public String begin(String name, String template, String... parameters) {
    return local
        .invoke(
            CloudFormationModel.CREATE_STACK,
            CreateStackInput.builder()
                .stackName(name)
                .templateBody(template)
                .parameters(parameters(parameters))
                .build())
        .stackId();
  }

  public Stack create(String name, String template, String... parameters) {
    begin(name, template, parameters);
    deliver();
    return stack(name);
  }

  public void beginUpdate(String name, String template, String... parameters) {
    local.invoke(
        CloudFormationModel.UPDATE_STACK,
        UpdateStackInput.builder()
            .stackName(name)
            .templateBody(template)
            .parameters(parameters(parameters))
            .build());
  }

  public Stack update(String name, String template, String... parameters) {
    beginUpdate(name, template, parameters);
    deliver();
    return stack(name);
  }

  /// Describes the stack by its ARN, since it may be gone.
  public Stack delete(String name) {
    var id = stack(name).stackId();
    local.invoke(
        CloudFormationModel.DELETE_STACK, DeleteStackInput.builder().stackName(name).build());
    deliver();
    return stack(id);
  }

  public Stack stack(String nameOrArn) {
    return local
        .invoke(
            CloudFormationModel.DESCRIBE_STACKS,
            DescribeStacksInput.builder().stackName(nameOrArn).build())
        .stacks()
        .getFirst();
  }

  public DescribeChangeSetOutput changeSet(
      String type, String stack, String template, String... parameters) {
    local.invoke(
        CloudFormationModel.CREATE_CHANGE_SET,
        CreateChangeSetInput.builder()
            .stackName(stack)
            .changeSetName("changes")
            .changeSetType(type)
            .templateBody(template)
            .parameters(parameters(parameters))
            .build());
    return describe("changes", stack);
  }

  public DescribeChangeSetOutput describe(String changeSet, String stack) {
    return local.invoke(
        CloudFormationModel.DESCRIBE_CHANGE_SET,
        DescribeChangeSetInput.builder().changeSetName(changeSet).stackName(stack).build());
  }

  public Stack execute(String stack) {
    local.invoke(
        CloudFormationModel.EXECUTE_CHANGE_SET,
        ExecuteChangeSetInput.builder().changeSetName("changes").stackName(stack).build());
    deliver();
    return stack(stack);
  }

  /// `LogicalId STATUS reason`, the oldest first.
  public List<String> events(String stack) {
    return allEvents(stack).stream()
        .map(
            event ->
                event.logicalResourceId()
                    + ' '
                    + event.resourceStatus()
                    + (event.resourceStatusReason() == null
                        ? ""
                        : " " + event.resourceStatusReason()))
        .toList();
  }

  public List<StackEvent> allEvents(String stack) {
    var events = new ArrayList<StackEvent>();
    String token = null;
    do {
      var page =
          local.invoke(
              CloudFormationModel.DESCRIBE_STACK_EVENTS,
              DescribeStackEventsInput.builder().stackName(stack).nextToken(token).build());
      events.addAll(page.stackEvents());
      token = page.nextToken();
    } while (token != null);
    return events.reversed();
  }

  public String output(String stack, String key) {
    return stack(stack).outputs().stream()
        .filter(output -> key.equals(output.outputKey()))
        .map(Output::outputValue)
        .findFirst()
        .orElseThrow();
  }

  static List<Parameter> parameters(String... namesAndValues) {
    var parameters = new ArrayList<Parameter>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.add(
          Parameter.builder()
              .parameterKey(namesAndValues[i])
              .parameterValue(namesAndValues[i + 1])
              .build());
    }
    return parameters;
  }
}
