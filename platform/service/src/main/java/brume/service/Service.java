package brume.service;

import brume.shape.ErrorCode;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A service as the server wires it: the model it follows and what it has of it.
///
/// What the model has and the service does not is answered with 501 and the operation's name.
public final class Service {
  private final ServiceShape shape;
  private final Map<String, Operation<?, ?>> operations;
  private final List<Site> sites;
  private final List<Job> jobs;
  private final List<ResourceType> resourceTypes;
  private final List<Delivery> deliveries;
  private final ErrorCode invalidInput;
  private final @Nullable CrossOrigin crossOrigin;
  private final @Nullable Reception reception;

  private Service(Builder builder) {
    shape = builder.shape;
    operations = Map.copyOf(builder.operations);
    sites = List.copyOf(builder.sites);
    jobs = List.copyOf(builder.jobs);
    resourceTypes = List.copyOf(builder.resourceTypes);
    deliveries = List.copyOf(builder.deliveries);
    invalidInput = builder.invalidInput;
    crossOrigin = builder.crossOrigin;
    reception = builder.reception;
  }

  public static Builder of(ServiceShape shape) {
    return new Builder(shape);
  }

  public ServiceShape shape() {
    return shape;
  }

  public @Nullable Operation<?, ?> operation(String name) {
    return operations.get(name);
  }

  /// The operation that carries out `shape`, which is one of its model; null when it has none.
  @SuppressWarnings("unchecked")
  public <I extends Structure, O extends Structure> @Nullable Operation<I, O> operation(
      OperationShape<I, O> shape) {
    return (Operation<I, O>) operations.get(shape.name());
  }

  public Map<String, Operation<?, ?>> operations() {
    return operations;
  }

  public List<Site> sites() {
    return sites;
  }

  public List<Job> jobs() {
    return jobs;
  }

  public List<ResourceType> resourceTypes() {
    return resourceTypes;
  }

  public List<Delivery> deliveries() {
    return deliveries;
  }

  /// How it refuses input that breaks a constraint of its model, which no model tells.
  public ErrorCode invalidInput() {
    return invalidInput;
  }

  /// What web pages may do with its API; null when they may do nothing.
  public @Nullable CrossOrigin crossOrigin() {
    return crossOrigin;
  }

  /// What its API does beside its operations; null when it does nothing.
  public @Nullable Reception reception() {
    return reception;
  }

  public static final class Builder {
    private final ServiceShape shape;
    private final Map<String, Operation<?, ?>> operations = new LinkedHashMap<>();
    private final List<Site> sites = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<ResourceType> resourceTypes = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private ErrorCode invalidInput = CommonError.VALIDATION;
    private @Nullable CrossOrigin crossOrigin;
    private @Nullable Reception reception;

    private Builder(ServiceShape shape) {
      this.shape = shape;
    }

    /// Throws [IllegalArgumentException] for a class that is not named as an action of the model.
    public Builder operations(Operation<?, ?>... all) {
      var names = shape.operations().stream().map(OperationShape::name).toList();
      for (var operation : all) {
        if (!names.contains(operation.name())) {
          throw new IllegalArgumentException(shape.id() + " has no action " + operation.name());
        }
        operations.put(operation.name(), operation);
      }
      return this;
    }

    public Builder sites(Site... all) {
      sites.addAll(List.of(all));
      return this;
    }

    public Builder jobs(Job... all) {
      jobs.addAll(List.of(all));
      return this;
    }

    public Builder resourceTypes(ResourceType... all) {
      resourceTypes.addAll(List.of(all));
      return this;
    }

    public Builder deliveries(Delivery... all) {
      deliveries.addAll(List.of(all));
      return this;
    }

    /// [CommonError#VALIDATION] unless told.
    public Builder invalidInput(ErrorCode error) {
      invalidInput = error;
      return this;
    }

    public Builder crossOrigin(CrossOrigin rules) {
      crossOrigin = rules;
      return this;
    }

    public Builder reception(Reception receiver) {
      reception = receiver;
      return this;
    }

    public Service build() {
      return new Service(this);
    }
  }
}
