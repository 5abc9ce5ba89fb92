import { clearAlarmById } from '../alarms/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';

/** What people do to alarms by hand. */
export function alarmActions(service: Service) {
  return {
    clear: (alarmId: string, by: { name: string }): Promise<boolean> =>
      unitOfWork(service, (unit) => clearAlarmById(unit.tx, alarmId, `by ${by.name}`, unit.now)),
  };
}
