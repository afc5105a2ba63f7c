// Each command about who gives what to its rule. Decides nothing itself.
import type { Command } from './command.ts';
import { closeGroup, offerGroup } from './gathering.ts';
import { assignSupply, joinOffice, nameSupplier, setAbsent, setSupplyDue, showSupply } from './supply.ts';
import { sendChecks } from './supply-check.ts';
import type { SupplyCommand } from './supply-command.ts';
import { sendSupply } from './supply-send.ts';
import { previewNudge, showGiven, showLate } from './supply-status.ts';
import type { Scene } from './turn.ts';

const TYPES: string[] = [
  'show_supply',
  'assign_supply',
  'name_supplier',
  'join_office',
  'supply_due',
  'send_supply',
  'supply_status',
  'nudge',
  'send_checks',
  'supplier_absent',
  'offer_group',
  'close_group',
] satisfies SupplyCommand['type'][];

export function isSupplyCommand(command: Command): command is SupplyCommand {
  return TYPES.includes(command.type);
}

export function runSupplyCommand(scene: Scene, command: SupplyCommand): undefined {
  switch (command.type) {
    case 'show_supply':
      return showSupply(scene);
    case 'assign_supply':
      return assignSupply(scene, command);
    case 'name_supplier':
      return nameSupplier(scene, command.office, command.name);
    case 'join_office':
      return joinOffice(scene, command.office);
    case 'supply_due':
      return setSupplyDue(scene, command.due, command.office);
    case 'send_supply':
      return sendSupply(scene, command.office);
    case 'supply_status':
      return command.about === 'given' ? showGiven(scene, command.office) : showLate(scene, command.office);
    case 'nudge':
      return previewNudge(scene, command.office);
    case 'send_checks':
      return sendChecks(scene);
    case 'supplier_absent':
      return setAbsent(scene, command.office);
    case 'offer_group':
      return offerGroup(scene.turn, command.name);
    case 'close_group':
      return closeGroup(scene);
  }
}
