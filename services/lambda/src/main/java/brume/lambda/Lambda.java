package brume.lambda;

import brume.lambda.code.Archives;
import brume.lambda.code.Uploads;
import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Functions;
import brume.lambda.data.LayerVersions;
import brume.lambda.data.Policies;
import brume.lambda.data.Reservations;
import brume.lambda.data.Versions;
import brume.lambda.invoke.EventQueue;
import brume.lambda.invoke.Execution;
import brume.lambda.invoke.RoleSessions;
import brume.lambda.operation.CreateFunction;
import brume.lambda.operation.DeleteFunction;
import brume.lambda.operation.GetFunction;
import brume.lambda.operation.GetFunctionConfiguration;
import brume.lambda.operation.Invoke;
import brume.lambda.operation.LayerUse;
import brume.lambda.operation.ListFunctions;
import brume.lambda.operation.Presentation;
import brume.lambda.runtime.sandbox.Protection;
import brume.model.lambda.LambdaModel;
import brume.service.Platform;
import brume.service.Service;
import brume.store.Store;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// The service, as the server wires it. Closing it ends all environments.
public final class Lambda implements AutoCloseable {
  private final Execution execution;
  private final Service service;

  /// @param directory for packages and what environments need, which one process owns
  /// @param endpoint where Brume's HTTP port listens, for the requests of functions
  public Lambda(Store store, Path directory, Platform platform, InetSocketAddress endpoint) {
    var functions = new Functions(store);
    var versions = new Versions(functions);
    var policies = new Policies(functions);
    var aliases = new Aliases(functions, versions, policies);
    var reservations = new Reservations(store, functions);
    var layerVersions = new LayerVersions(store);
    var access = new FunctionAccess(policies);
    var archives = Archives.open(directory.resolve("code"), platform.clock());
    var roles = new RoleSessions(platform);
    execution =
        new Execution(
            directory.resolve("environments"),
            platform,
            endpoint,
            roles,
            new Execution.Data(versions, aliases, layerVersions, reservations, archives));
    var presentation = new Presentation(execution.runtimes());
    var layers = new LayerUse(layerVersions, archives);
    var uploads = new Uploads(archives);
    service =
        Service.of(LambdaModel.SERVICE)
            .operations(
                new CreateFunction(functions, versions, uploads, layers, roles, presentation),
                new GetFunction(functions, aliases, reservations, access, presentation),
                new GetFunctionConfiguration(aliases, access, presentation),
                new DeleteFunction(functions, aliases, access),
                new ListFunctions(functions, versions, presentation),
                new Invoke(aliases, execution.invoker(), new EventQueue(store), access))
            .build();
  }

  public Service service() {
    return service;
  }

  /// What keeps functions apart on this host, and what this host lacks for it.
  public List<Protection> protections() {
    return execution.protections();
  }

  @Override
  public void close() {
    execution.close();
  }
}
