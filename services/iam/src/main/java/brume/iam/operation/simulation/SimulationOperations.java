package brume.iam.operation.simulation;

import brume.iam.data.Directory;
import brume.iam.simulation.Subjects;
import brume.service.Operation;

/// All operations that simulate.
public final class SimulationOperations {
  private SimulationOperations() {}

  public static Operation<?, ?>[] of(Directory directory) {
    var subjects = new Subjects(directory);
    return new Operation<?, ?>[] {
      new GetContextKeysForCustomPolicy(),
      new GetContextKeysForPrincipalPolicy(subjects),
      new SimulateCustomPolicy(),
      new SimulatePrincipalPolicy(subjects)
    };
  }
}
