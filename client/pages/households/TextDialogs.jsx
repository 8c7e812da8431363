/** The dialogs that a text may open, and the chip set when one is done. */
import { Show } from 'solid-js';
import { MakeTaskDialog } from '../tasks/MakeTaskDialog.tsx';
import { GoalPanel } from './GoalPanel.tsx';
import { useRoom } from './household-room.tsx';
import { ReferralDialog } from './ReferralDialog.tsx';
export function TextDialogs(props) {
    const room = useRoom();
    const goal = () => room.records.goals.value()?.goals.find((one) => one.id === props.acts.goalId());
    return (<>
      <MakeTaskDialog household={room.household()} seed={props.acts.taskSeed()} onClose={props.acts.close} onMade={(task) => props.acts.insert(task.id, task.title)}/>
      <ReferralDialog seed={props.acts.referralSeed()} onClose={props.acts.close} onMade={(referral) => props.acts.insert(referral.id, referral.to.name)}/>
      <Show when={goal()}>{(shown) => <GoalPanel goal={shown()} onClose={props.acts.close}/>}</Show>
    </>);
}
